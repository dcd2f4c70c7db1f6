interface DatabaseMessages {
  readonly yearLine: (year: number, hasCourse: boolean) => string;
  readonly yearUnknown: (year: string, known: string) => string;
  readonly imported: (year: number, replaced: boolean) => string;
  readonly backedUp: (file: string, destination: string) => string;
  readonly backupOfServer: (kind: string) => string;
}

/** What the commands that work on the database say. */
export const databaseMessages: Readonly<Record<'fr' | 'en', DatabaseMessages>> = {
  fr: {
    yearLine: (year, hasCourse) => `${year}  ${hasCourse ? 'official, course' : 'official'}`,
    yearUnknown: (year, known) => `Année ${year} inconnue. Années connues : ${known}.`,
    imported: (year, replaced) =>
      `Revenus ${year} : ${replaced ? 'valeurs remplacées' : 'année ajoutée'}. Un serveur en marche les reprend en moins de 30 secondes.`,
    backedUp: (file, destination) => `${file} sauvegardé dans ${destination}.`,
    backupOfServer: (kind) =>
      `Cette commande sauvegarde la base embarquée. Pour ${kind}, utilisez ses propres outils (docs/databases.md).`,
  },
  en: {
    yearLine: (year, hasCourse) => `${year}  ${hasCourse ? 'official, course' : 'official'}`,
    yearUnknown: (year, known) => `Year ${year} is not known. Known years: ${known}.`,
    imported: (year, replaced) =>
      `Incomes of ${year}: ${replaced ? 'values replaced' : 'year added'}. A running server takes them over within 30 seconds.`,
    backedUp: (file, destination) => `${file} backed up to ${destination}.`,
    backupOfServer: (kind) =>
      `This command backs up the embedded database. For ${kind} use its own tools (docs/databases.md).`,
  },
};
