import { join } from 'node:path';
import type { Config } from '../config/config-schema.ts';
import { calculateFile } from '../jobs/calculate-file.ts';
import { spoolsIn } from '../jobs/disk-spool.ts';
import { fileTemplate } from '../jobs/file-template.ts';
import { removeFiles } from '../jobs/job-files.ts';
import { JobQueue } from '../jobs/job-queue.ts';
import type { Spool } from '../model/spool.ts';
import type { OpenLog } from '../operations/log.ts';
import type { Metrics } from '../operations/metrics/server-metrics.ts';
import { withMetrics } from './calculator-metrics.ts';
import type { TaxService } from './tax-service.ts';

const HOUR_MS = 3_600_000;

interface Parts {
  readonly config: Config;
  readonly tax: TaxService;
  readonly log: Pick<OpenLog, 'error'>;
  readonly metrics: Metrics;
  readonly port: () => number;
  /** Tells the administrator. */
  readonly mailAdmin: (text: string) => void;
}

/** Room for answers of batches, in the folder that the queue of the same instance empties. */
export function answerSpools({ config, log, port }: Pick<Parts, 'config' | 'log' | 'port'>): () => Spool {
  const { folder, max_size } = config.uploads;
  return spoolsIn({
    folder: () => join(folder, String(port()), 'answers'),
    maxBytes: max_size,
    report: (error) => log.error(error),
  });
}

/** Takes files of households in. Instances that share a folder do not share the port, whose name theirs has. */
export function fileJobs({ config, tax, log, metrics, port, mailAdmin }: Parts): JobQueue {
  const { folder, max_size } = config.uploads;
  const limits = {
    maxBytes: max_size,
    perSession: 10,
    perServer: 100,
    keptMs: 2 * HOUR_MS,
    shownLines: 100,
  };
  return new JobQueue({
    folder: () => join(folder, String(port())),
    limits,
    calculate: (job) => calculateFile(job, withMetrics(tax.calculator(), 'file', metrics), limits.shownLines),
    template: (language) => fileTemplate(language, tax.defaultIncomeYear()),
    clock: Date.now,
    removeFiles,
    report: (error) => log.error(error),
    reportDefect(error) {
      log.error(error);
      mailAdmin(`[fichiers] ${String(error)}`);
    },
  });
}
