import type { Language } from '../model/language.ts';

interface DatabaseMessages {
  readonly yearLine: (year: number, hasLegacy: boolean, hasReturn: boolean) => string;
  readonly yearUnknown: (year: string, known: string) => string;
  readonly imported: (year: number, replaced: boolean) => string;
  /** The year computes only short households. */
  readonly withoutReturn: (year: number, example: number) => string;
  /** The year has none, although earlier years have. */
  readonly withoutNeutralRates: (year: number, example: number) => string;
  readonly removed: (year: number, isShipped: boolean) => string;
  readonly yearInUse: (year: number) => string;
  /** Requests that name no year are computed for this one now. */
  /** @param isKept the former year still exists */
  readonly defaultYear: (year: number, former: number, isKept: boolean) => string;
  readonly defaultKept: (year: number) => string;
  readonly backedUp: (file: string, destination: string) => string;
  readonly backupOfServer: (kind: string) => string;
}

/** The texts of the commands that use the database. */
export const databaseMessages: Readonly<Record<Language, DatabaseMessages>> = {
  fr: {
    yearLine: (year, hasLegacy, hasReturn) =>
      `${year}  ${hasLegacy ? 'official, legacy' : 'official'}${hasReturn ? '' : '  (salaires, pensions et enfants seulement : sans le groupe return)'}`,
    yearUnknown: (year, known) => `Année ${year} inconnue. Années connues : ${known}.`,
    imported: (year, replaced) =>
      `Revenus ${year} : ${replaced ? 'valeurs remplacées' : 'année ajoutée'}. Un serveur en marche les reprend en moins de 30 secondes.`,
    withoutReturn: (year, example) =>
      `Le fichier n'a pas le groupe return : pour ${year}, seuls salaires, pensions et enfants se calculent. Pour les autres cases, ajoutez-le comme dans « tax-server tax-years export ${example} » et importez de nouveau.`,
    withoutNeutralRates: (year, example) =>
      `Le fichier n'a pas le groupe neutralRates : aucune grille du taux neutre pour ${year + 1}. Pour en donner une, ajoutez-le comme dans « tax-server tax-years export ${example} » et importez de nouveau.`,
    removed: (year, isShipped) =>
      `Revenus ${year} : ${isShipped ? 'valeurs livrées avec le programme rétablies' : 'année retirée'}. Un serveur en marche suit en moins de 30 secondes.`,
    yearInUse: (year) =>
      `tax.income_year: ${year} est l'année de la configuration : changez-la avant de retirer cette année.`,
    defaultYear: (year, former, isKept) =>
      `Ce qui ne nomme pas d'année est désormais calculé pour ${year}, et non plus pour ${former} (tax.income_year: latest).${isKept ? ` Pour garder ${former} : tax.income_year: ${former} dans config.yaml.` : ''}`,
    defaultKept: (year) =>
      `Ce qui ne nomme pas d'année reste calculé pour ${year} (tax.income_year dans config.yaml).`,
    backedUp: (file, destination) => `${file} sauvegardé dans ${destination}.`,
    backupOfServer: (kind) =>
      `Cette commande sauvegarde la base embarquée. Pour ${kind}, utilisez ses propres outils (docs/databases.md).`,
  },
  en: {
    yearLine: (year, hasLegacy, hasReturn) =>
      `${year}  ${hasLegacy ? 'official, legacy' : 'official'}${hasReturn ? '' : '  (wages, pensions and children only: without the group return)'}`,
    yearUnknown: (year, known) => `Year ${year} is not known. Known years: ${known}.`,
    imported: (year, replaced) =>
      `Incomes of ${year}: ${replaced ? 'values replaced' : 'year added'}. A running server takes them over within 30 seconds.`,
    withoutReturn: (year, example) =>
      `The file lacks the group return: for ${year} only wages, pensions and children are computed. For the other boxes, add it as in "tax-server tax-years export ${example}" and import again.`,
    withoutNeutralRates: (year, example) =>
      `The file lacks the group neutralRates: there is no grid of the neutral rate for ${year + 1}. To give one, add it as in "tax-server tax-years export ${example}" and import again.`,
    removed: (year, isShipped) =>
      `Incomes of ${year}: ${isShipped ? 'the values that come with the program are back' : 'year removed'}. A running server follows within 30 seconds.`,
    yearInUse: (year) =>
      `tax.income_year: ${year} is the year of the configuration: change it before removing that year.`,
    defaultYear: (year, former, isKept) =>
      `What names no year is computed for ${year} from now on, no longer for ${former} (tax.income_year: latest).${isKept ? ` To keep ${former}: tax.income_year: ${former} in config.yaml.` : ''}`,
    defaultKept: (year) =>
      `What names no year is still computed for ${year} (tax.income_year in config.yaml).`,
    backedUp: (file, destination) => `${file} backed up to ${destination}.`,
    backupOfServer: (kind) =>
      `This command backs up the embedded database. For ${kind} use its own tools (docs/databases.md).`,
  },
};
