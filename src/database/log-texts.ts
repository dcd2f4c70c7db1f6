import type { BothLanguages } from '../model/log-text.ts';
import type { StateChange } from './availability.ts';

/** The database, or the Redis that keeps the sessions. */
type Subject = 'database' | 'sessions';

const SUBJECTS: Readonly<Record<Subject, BothLanguages>> = {
  database: { fr: 'base de données : ', en: 'database: ' },
  sessions: { fr: 'sessions : ', en: 'sessions: ' },
};

const STATES: Readonly<Record<StateChange['to'], BothLanguages>> = {
  starting: { fr: 'en démarrage', en: 'starting' },
  available: { fr: 'disponible', en: 'available' },
  unavailable: { fr: 'indisponible', en: 'unavailable' },
  stopping: { fr: "à l'arrêt", en: 'stopping' },
};

function of(subject: Subject, fr: string, en: string): BothLanguages {
  return { fr: `${SUBJECTS[subject].fr}${fr}`, en: `${SUBJECTS[subject].en}${en}` };
}

/** What the log says about the database and the sessions. A reason is quoted from the error. */
export const logTexts = {
  using: (subject: Subject, what: string) => of(subject, what, `using ${what}`),
  waiting: (subject: Subject, what: string, reason: string) =>
    of(subject, `en attente de ${what} : ${reason}`, `waiting for ${what}: ${reason}`),
  changed: (subject: Subject, { from, to, cause }: StateChange) => {
    const reason = to === 'unavailable' && cause ? cause.message : null;
    return of(
      subject,
      `${STATES[from].fr} → ${STATES[to].fr}${reason === null ? '' : ` : ${reason}`}`,
      `${STATES[from].en} → ${STATES[to].en}${reason === null ? '' : `: ${reason}`}`,
    );
  },
  failed: (subject: Subject, reason: string) =>
    of(
      subject,
      `disponible, mais une opération a échoué : ${reason}`,
      `available, but an operation failed: ${reason}`,
    ),
  postponed: (reason: string) =>
    of(
      'database',
      `une tâche d'entretien sera relancée : ${reason}`,
      `a maintenance task will be tried again: ${reason}`,
    ),
  forgotten: (count: number) =>
    of('database', `${count} sessions expirées supprimées`, `${count} expired sessions deleted`),
  migrated: (version: number, name: string) =>
    of('database', `migration ${version} (${name}) faite`, `migration ${version} (${name}) applied`),
  newer: (version: number, known: number) =>
    of(
      'database',
      `les tables sont celles d'un tax-server plus récent (version ${version}, celui-ci connaît la ${known}) et lui servent encore : installez le plus récent ici aussi`,
      `the tables are those of a newer tax-server (version ${version}, this one knows ${known}) and still serve this one: install the newer one here too`,
    ),
  years: (years: readonly number[]) =>
    of('database', `années de revenus ${years.join(', ')}`, `income years ${years.join(', ')}`),
  unusableYear: (reason: string) => of('database', reason, reason),
  shortYear: (reason: string) =>
    of(
      'database',
      `seuls salaires, pensions et enfants se calculent, sans taux neutre : ${reason}`,
      `only wages, pensions and children are computed, without a neutral rate: ${reason}`,
    ),
  tablesDiffer: (years: readonly number[]) =>
    of(
      'database',
      `tbconstantes, tbtranches ou tbsources diffèrent de tax_year_documents pour les revenus de ${years.join(', ')} ; les documents sont utilisés : « tax-server tax-years import » change les deux`,
      `tbconstantes, tbtranches or tbsources differ from tax_year_documents for the income of ${years.join(', ')}; the documents are used: "tax-server tax-years import" changes both`,
    ),
  legacyImported: (table: string) =>
    of(
      'database',
      `la table ${table} de l'ancienne application est importée avec ses valeurs`,
      `the table ${table} of the earlier application is imported with its values`,
    ),
  restored: (place: string, row: number, was: unknown, exact: unknown) =>
    of(
      'database',
      `${place} de la ligne ${row} valait ${was} en simple précision, et vaut maintenant ${exact}`,
      `${place} of row ${row} was ${was} in single precision, is now ${exact}`,
    ),
} as const;
