import type { Language } from '../../model/language.ts';

import type { SettingTexts } from '../settings.ts';
import { settingsInEnglish } from './settings.en.ts';
import { settingsInFrench } from './settings.fr.ts';

export const settingTexts: Readonly<Record<Language, SettingTexts>> = {
  fr: settingsInFrench,
  en: settingsInEnglish,
};
