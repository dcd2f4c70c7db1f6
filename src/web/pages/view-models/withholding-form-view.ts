import type { Language } from '../../../model/language.ts';
import type { BoxName } from '../../../tax/return/boxes.ts';
import type { Residence } from '../../../tax/return/residence.ts';
import { boxWords } from '../../../words/box-texts.ts';
import { limits } from '../../http/limits.ts';
import type { Message } from '../../messages/message.ts';
import { BOX_FIELDS, PAY_FIELDS, RESIDENCE_FIELD, situationNames, TERRITORY_FIELD } from '../field-names.ts';
import { fieldName } from '../message-words.ts';
import type { WithholdingPage } from '../other-pages.ts';
import type { PageContext } from '../page.ts';
import { paths } from '../paths.ts';
import { detailedFormTexts } from '../texts/detailed-form-texts.ts';
import { fill, type Texts } from '../texts/page-texts.ts';
import { returnFormTexts } from '../texts/return-form-texts.ts';
import { withholdingTexts } from '../texts/withholding-texts.ts';
import { detailedFieldIds, fieldLabel, isAmountField } from './detailed-form-view.ts';
import { issueAt, labelled } from './form-fields.ts';

/** Where the error box leads: the field of each name. */
export const withholdingFieldIds: Readonly<Record<string, string>> = {
  ...detailedFieldIds,
  situation: 'situation',
  ...Object.fromEntries([...PAY_FIELDS, TERRITORY_FIELD].map((name) => [name, name])),
};

/** What everybody sees; the other fields are shown where they hold something. */
const ASKED: ReadonlySet<string> = new Set([
  ...['situation', 'enfants', 'salaire_1', 'salaire_2', 'année'],
  ...[...PAY_FIELDS, TERRITORY_FIELD],
]);

/** What is wrong with a field, away from the field, which it names. */
export function namedWithholdingIssue(message: Message, language: Language): string {
  return labelled(labelOf(fieldName(message) ?? '', language), message, language);
}

function labelOf(name: string, language: Language): string | undefined {
  const { payOf, payOfSecond, territory } = withholdingTexts(language);
  const labels: Readonly<Record<string, string>> = {
    paie_1: payOf,
    paie_2: payOfSecond,
    territoire: territory,
    enfants: detailedFormTexts(language).dependants,
    [RESIDENCE_FIELD]: boxWords(language).residence.label,
  };
  return labels[name] ?? fieldLabel(name, language);
}

/** The form that asks for the household in short and for the pays, with all that came from a calculation. */
export function withholdingFormView(page: WithholdingPage, context: PageContext, texts: Texts) {
  const { fields, errors } = page;
  const { language } = context;
  const words = withholdingTexts(language);
  const { salaryHelp } = detailedFormTexts(language);
  const typed = (name: string) => (fields.get(name) ?? '').slice(0, limits.shownCharacters);
  const field = (name: string, help: string) => {
    const issue = issueAt(name, errors, language);
    return {
      id: name,
      name,
      label: labelOf(name, language) ?? name,
      help,
      value: typed(name),
      // What holds nothing shows it by its placeholder, and an empty one is none.
      placeholder: PAY_FIELDS.some((field) => field === name) ? ' ' : '0',
      isAmount: isAmountField(name),
      issue,
      describedBy: issue === null ? `${name}-help` : `${name}-issue ${name}-help`,
    };
  };
  const others = [...fields.keys()].filter((name) => !ASKED.has(name) && name in withholdingFieldIds);
  return {
    action: context.pageUrl(paths.withholding),
    situation: { ...field('situation', detailedFormTexts(language).situationHelp), options: situations() },
    household: [
      field('salaire_1', fill(salaryHelp, { box: '1AJ' })),
      field('salaire_2', fill(salaryHelp, { box: '1BJ' })),
      field('enfants', detailedFormTexts(language).childrenHelp),
    ],
    year: { ...field('année', texts.incomeYearHelp), options: years() },
    pays: [field('paie_1', words.payFieldHelp), field('paie_2', words.payFieldHelp)],
    territory: { ...field('territoire', words.territoryHelp), options: territories() },
    hasOthers: others.length > 0,
    hasOtherIssue: errors.some((message) => others.includes(fieldName(message) ?? '')),
    others: others.map((name) => field(name, helpOf(name, language))),
  };

  function situations() {
    const chosen = typed('situation') || situationNames.single;
    const labels = detailedFormTexts(language).situations;
    return (['single', 'couple', 'widowed'] as const).map((situation) =>
      option(situationNames[situation], labels[situation], chosen),
    );
  }

  function years() {
    const chosen = typed('année') || String(page.years.at(-1) ?? '');
    return page.years.toReversed().map((year) => option(String(year), String(year), chosen));
  }

  function territories() {
    const names = returnFormTexts(language).residences;
    const chosen = typed('territoire');
    return [
      option('', words.ownTerritory, chosen),
      ...page.territories.map((territory) => option(territory, names[territory as Residence], chosen)),
    ];
  }
}

/** What a field of a calculation means; a box says it itself. */
function helpOf(name: string, language: Language): string {
  const texts = detailedFormTexts(language);
  const helps: Readonly<Record<string, string>> = {
    parent_isolé: texts.singleParentHelp,
    enfants_garde_alternée: texts.sharedCustodyHelp,
    pension_1: fill(texts.pensionHelp, { box: '1AS' }),
    pension_2: fill(texts.pensionHelp, { box: '1BS' }),
    [RESIDENCE_FIELD]: boxWords(language).residence.help,
  };
  const box = BOX_FIELDS.find(({ code }) => code === name);
  return box ? boxWords(language)[box.row.name as BoxName].help : (helps[name] ?? '');
}

function option(value: string, label: string, chosen: string) {
  return { value, label, isChosen: value === chosen };
}
