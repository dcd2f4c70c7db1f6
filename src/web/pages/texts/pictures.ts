import { catalogue } from '../../../words/catalogue.ts';

interface PictureTexts {
  readonly title: string;
  readonly figures: string;
  readonly brackets: {
    readonly title: string;
    readonly description: string;
    readonly columns: readonly [string, string, string, string];
  };
  readonly growth: {
    readonly title: string;
    readonly titleOfPension: string;
    readonly description: string;
    readonly here: string;
    readonly net: string;
    readonly tax: string;
    readonly columns: readonly [string, string, string, string];
    readonly columnOfPension: string;
  };
  readonly years: {
    readonly title: string;
    readonly description: string;
    readonly untaxed: string;
    readonly columns: readonly [string, string];
  };
}

/** What the pictures of a calculation say; `figures` opens the table beside each. */
export const pictureTexts = catalogue<PictureTexts>({
  fr: {
    title: 'En images',
    figures: 'Voir les chiffres',
    brackets: {
      title: 'Comment vos revenus remplissent les tranches',
      description:
        'Une ligne par tranche du barème, la plus basse en bas. {reached} tranches sur {count} sont entamées ; la plus haute est celle à {rate}.',
      columns: ['Tranche, pour une part', 'Taux', 'Revenu du foyer dans la tranche', 'Impôt'],
    },
    growth: {
      title: 'Votre impôt quand votre salaire augmente',
      titleOfPension: 'Votre impôt quand votre pension augmente',
      description:
        "L'impôt et ce qu'il vous reste, de 0 à {most}, le reste du foyer étant le même. Vous êtes à {here} : {tax} d'impôt.",
      here: 'Vous : {amount}',
      net: 'Il vous reste',
      tax: 'Impôt',
      columns: ['Salaire', 'Impôt', 'Il vous reste, en tout', 'Taux moyen'],
      columnOfPension: 'Pension',
    },
    years: {
      title: 'Le même foyer au fil des ans',
      description:
        "L'impôt du même foyer, avec les mêmes revenus, selon les règles de {first} à {last}. Le moins en {least}, le plus en {most}.",
      untaxed: "Ce foyer ne paie d'impôt dans aucune de ces années.",
      columns: ['Année des revenus', 'Impôt'],
    },
  },
  en: {
    title: 'In pictures',
    figures: 'Show the figures',
    brackets: {
      title: 'How your income fills the brackets',
      description:
        'One line for each bracket of the scale, the lowest at the bottom. {reached} brackets of {count} are reached; the highest of them is taxed at {rate}.',
      columns: ['Bracket, for one share', 'Rate', 'Income of the household in the bracket', 'Tax'],
    },
    growth: {
      title: 'Your tax as your salary grows',
      titleOfPension: 'Your tax as your pension grows',
      description:
        'The tax and what you keep, from 0 to {most}, the rest of the household being the same. You are at {here}: {tax} of tax.',
      here: 'You: {amount}',
      net: 'You keep',
      tax: 'Tax',
      columns: ['Salary', 'Tax', 'You keep, in all', 'Average rate'],
      columnOfPension: 'Pension',
    },
    years: {
      title: 'The same household, year by year',
      description:
        'The tax of the same household with the same income by the rules of {first} to {last}. The least in {least}, the most in {most}.',
      untaxed: 'This household pays no tax in any of these years.',
      columns: ['Income year', 'Tax'],
    },
  },
});
