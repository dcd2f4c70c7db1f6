import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import pLimit from 'p-limit';
import type { Config } from '../config/config-schema.ts';
import { calculateFile } from '../jobs/calculate-file.ts';
import { spoolsIn } from '../jobs/disk-spool.ts';
import { fileTemplate } from '../jobs/file-template.ts';
import { CLOCK, folderClock } from '../jobs/folder-clock.ts';
import { removeFiles } from '../jobs/job-files.ts';
import { JobQueue } from '../jobs/job-queue.ts';
import { prepareFile } from '../jobs/prepare-file.ts';
import { SharedFolder } from '../jobs/shared-folder.ts';
import { SharedJobQueue } from '../jobs/shared-job-queue.ts';
import type { FileJobs } from '../model/file-jobs.ts';
import type { Spool } from '../model/spool.ts';
import type { OpenLog } from '../operations/log.ts';
import type { Metrics } from '../operations/metrics/server-metrics.ts';
import type { TaxYearDocument } from '../tax/years/tax-year-document.ts';
import { MOST_ROWS } from '../xlsx/cell-addresses.ts';
import { WIDEST_FILE } from '../xlsx/csv-workbook.ts';
import { withMetrics } from './calculator-metrics.ts';
import type { TaxService } from './tax-service.ts';

const HOUR_MS = 3_600_000;
const LIMITS = {
  perSession: 10,
  perServer: 100,
  keptMs: 2 * HOUR_MS,
  shownLines: 100,
  sheetRows: MOST_ROWS,
  sheetColumns: WIDEST_FILE,
};
const PACE = { beatMs: 1_000, silentMs: 10_000 };

/** Runs from the start of the server to its end. */
export interface FileJobService extends FileJobs {
  /** Deletes the files of an earlier process of this instance; called once the server has its port. */
  start(): Promise<void>;
  close(): Promise<void>;
}

interface Parts {
  readonly config: Config;
  readonly tax: TaxService;
  readonly taxYears: () => readonly TaxYearDocument[];
  /** Its version. */
  readonly program: string;
  readonly log: Pick<OpenLog, 'error' | 'warn'>;
  readonly metrics: Metrics;
  readonly port: () => number;
  /** Reports to the administrator. */
  readonly mailAdmin: (text: string) => void;
}

/** The spools for answers of batches, in the folder of this instance that its queue empties. */
export function answerSpools({ config, log, port }: Pick<Parts, 'config' | 'log' | 'port'>): () => Spool {
  return spoolsIn({
    folder: () => join(ownFolder(config, port), 'answers'),
    maxBytes: config.uploads.max_size,
    report: (error) => log.error(error),
  });
}

/** Makes the queue of files. */
export function fileJobs(parts: Parts): FileJobService {
  const { config, tax, log, metrics, port, mailAdmin } = parts;
  const { folder, max_size, shared } = config.uploads;
  const limits = { ...LIMITS, maxBytes: max_size };
  const inTurn = pLimit(1);
  const common: Pick<ConstructorParameters<typeof JobQueue>[0], CommonParts> = {
    limits,
    calculate: (job) => calculateFile(job, withMetrics(tax.calculator(), 'file', metrics), limits.shownLines),
    prepare: (job) => prepareFile(job, { calculator: tax.calculator(), maxBytes: max_size, inTurn }),
    template: (language) => fileTemplate(language, tax.defaultIncomeYear()),
    report: (error) => log.error(error),
    reportDefect(error) {
      log.error(error);
      mailAdmin(`[fichiers] ${String(error)}`);
    },
  };
  const own = () => ownFolder(config, port);
  if (!shared) return new JobQueue({ ...common, folder: own, clock: Date.now, removeFiles });
  return new SharedJobQueue({
    ...common,
    folder: new SharedFolder(join(folder, 'jobs'), own, common.report),
    clock: folderClock(() => join(own(), CLOCK), Date.now),
    monotonic: () => performance.now(),
    pace: PACE,
    basis: () => basis(parts),
    log: (text) => log.warn(text),
  });
}

type CommonParts = 'limits' | 'calculate' | 'prepare' | 'template' | 'report' | 'reportDefect';

/** Instances on one machine have different ports, and those that share the folder run on machines with different names. */
function ownFolder({ uploads: { folder, shared } }: Config, port: () => number): string {
  return join(folder, shared ? `${hostname()}-${port()}` : String(port()));
}

/** Names the program and values: with the same basis, the same lines have the same results. */
function basis({ config, taxYears, program }: Parts): string {
  const years = JSON.stringify([program, config.tax, taxYears()]);
  return createHash('sha256').update(years).digest('hex').slice(0, 16);
}
