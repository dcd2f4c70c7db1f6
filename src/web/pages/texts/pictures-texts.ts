import { catalogue } from '../../../words/catalogue.ts';

export interface GrowthTexts {
  readonly titles: { readonly salary: string; readonly pension: string };
  readonly columns: { readonly salary: string; readonly pension: string };
  readonly description: string;
  readonly here: string;
}

interface PictureTexts {
  readonly title: string;
  readonly figures: string;
  readonly brackets: {
    readonly title: string;
    /** Where there are more shares than one. */
    readonly note: string;
    readonly description: string;
    readonly columns: readonly [string, string, string, string];
  };
  readonly growth: {
    /** By whose income it is: one's own, or the first declarant's of two. */
    readonly own: GrowthTexts;
    readonly first: GrowthTexts;
    readonly net: string;
    readonly tax: string;
    readonly columns: readonly [string, string, string];
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
      note: 'Les seuils du barème, pour {shares}.',
      description:
        'Une ligne par tranche du barème, la plus basse en bas. {reached} tranches sur {count} sont entamées ; la plus haute est celle à {rate}.',
      columns: ['Tranche du foyer', 'Taux', 'Revenu dans la tranche', 'Impôt'],
    },
    growth: {
      own: {
        titles: {
          salary: 'Votre impôt quand votre salaire augmente',
          pension: 'Votre impôt quand votre pension augmente',
        },
        columns: { salary: 'Salaire', pension: 'Pension' },
        description:
          "L'impôt et ce qu'il vous reste, de 0 à {most}, le reste du foyer étant le même. Vous êtes à {here} : {tax} d'impôt.",
        here: 'Vous : {amount}',
      },
      first: {
        titles: {
          salary: 'Votre impôt quand le salaire du déclarant 1 augmente',
          pension: 'Votre impôt quand la pension du déclarant 1 augmente',
        },
        columns: { salary: 'Salaire du déclarant 1', pension: 'Pension du déclarant 1' },
        description:
          "L'impôt et ce qu'il vous reste, de 0 à {most} pour le déclarant 1, le reste du foyer étant le même. Il est à {here} : {tax} d'impôt.",
        here: 'Déclarant 1 : {amount}',
      },
      net: 'Il vous reste',
      tax: 'Impôt',
      columns: ['Impôt', 'Il vous reste, en tout', 'Taux moyen'],
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
      note: 'The thresholds of the scale, for {shares}.',
      description:
        'One line for each bracket of the scale, the lowest at the bottom. {reached} brackets of {count} are reached; the highest of them is taxed at {rate}.',
      columns: ['Bracket of the household', 'Rate', 'Income in the bracket', 'Tax'],
    },
    growth: {
      own: {
        titles: {
          salary: 'Your tax as your salary grows',
          pension: 'Your tax as your pension grows',
        },
        columns: { salary: 'Salary', pension: 'Pension' },
        description:
          'The tax and what you keep, from 0 to {most}, the rest of the household being the same. You are at {here}: {tax} of tax.',
        here: 'You: {amount}',
      },
      first: {
        titles: {
          salary: "Your tax as the first person's salary grows",
          pension: "Your tax as the first person's pension grows",
        },
        columns: { salary: 'Salary of the first person', pension: 'Pension of the first person' },
        description:
          'The tax and what you keep, from 0 to {most} for the first person, the rest of the household being the same. That person is at {here}: {tax} of tax.',
        here: 'First person: {amount}',
      },
      net: 'You keep',
      tax: 'Tax',
      columns: ['Tax', 'You keep, in all', 'Average rate'],
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
