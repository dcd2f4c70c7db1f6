import { catalogue } from '../../../words/catalogue.ts';
import { english } from './pages.en.ts';
import { french } from './pages.fr.ts';

export { fill } from '../../messages/fill.ts';

/** The words of the pages, the same keys in each language. */
export type Texts = typeof french;

export const textsIn = catalogue<Texts>({ fr: french, en: english });
