import { catalogue } from '../../../words/catalogue.ts';

interface BoxesTexts {
  readonly title: string;
  readonly introduction: string;
  readonly csvColumn: string;
  readonly secondOf: string;
  readonly from: string;
  readonly atMost: string;
  readonly article: string;
}

/** The page that explains each box of the return. */
export const boxesTexts = catalogue<BoxesTexts>({
  fr: {
    title: 'Cases de la déclaration',
    introduction:
      "Toutes les cases que ce serveur calcule, avec leur code sur la déclaration. Le code sert aussi de nom de colonne dans un fichier CSV, de champ dans l'API et d'option de la commande « calculate ».",
    csvColumn: 'Colonne CSV',
    secondOf: '{first} ou {second}',
    from: 'À partir des revenus de {year}.',
    atMost: '{max} € au plus.',
    article: 'CGI {law}',
  },
  en: {
    title: 'Boxes of the return',
    introduction:
      'Every box that this server calculates, with its code on the form. The code is also the name of a column in a CSV file, of a field in the API, and of an option of the command “calculate”.',
    csvColumn: 'CSV column',
    secondOf: '{first} or {second}',
    from: 'For incomes from {year} on.',
    atMost: 'At most €{max}.',
    article: 'CGI {law}',
  },
});
