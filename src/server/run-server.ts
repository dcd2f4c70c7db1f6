import { openDatabase } from '../database/database.ts';
import { ExitCode } from '../model/exit-codes.ts';
import type { ProcessContext } from '../model/process-context.ts';
import { createMetrics } from '../operations/metrics/server-metrics.ts';
import { notifySystemd } from '../operations/notify-systemd.ts';
import { openBrowser } from '../operations/open-browser.ts';
import { createApplication } from '../web/application.ts';
import { isTrustedProxy } from '../web/http/forwarded.ts';
import { localUrl } from './addresses.ts';
import { webServices } from './assemble-web-services.ts';
import { auditedChanges } from './audited-changes.ts';
import { banner, oneTimeLink } from './banner.ts';
import { explainFailure } from './explain-failure.ts';
import { answerSpools, fileJobs } from './file-job-queue.ts';
import { trackHealthProbes } from './health-probe-tracker.ts';
import { drain, LIMITS, listen } from './listen.ts';
import { openRequestLog } from './open-request-log.ts';
import { type Prepared, prepare, type StartOptions } from './prepare.ts';
import { webSettings } from './read-web-settings.ts';
import { reloadConfigOnChange } from './reload-config.ts';
import { sessionService } from './session-service.ts';
import { showRunningInstance } from './show-running-instance.ts';
import { signInService } from './sign-in-service.ts';
import { type Operations, startOperations } from './start-operations.ts';
import { checkIncomeYear, taxService } from './tax-service.ts';

/** A balancer that probes the health every second notices within this time that this instance stops. */
const NOTICE_MS = 2_500;
/** How long current requests may take to finish: Windows ends a closing console after 10 s. */
const DRAIN_MS = 6_500;

/**
 * The server from its start to its end.
 *
 * @returns 0 after a normal stop, 1 when configuration, log file or port cannot be used, 2 for the database
 */
export async function serve(options: StartOptions, context: ProcessContext): Promise<number> {
  let prepared: Prepared | null = null;
  let operations: Operations | null = null;
  try {
    prepared = prepare(options, context);
    operations = await startOperations(prepared.config, context);
    await runServer(prepared, operations, context);
    return ExitCode.ok;
  } catch (error) {
    if (prepared && (await showRunningInstance(error, prepared, context))) return ExitCode.ok;
    const { text, exitCode } = explainFailure(error, context);
    const { language = context.language } = prepared?.config ?? {};
    operations?.reportFailedStart(explainFailure(error, { ...context, language }).text);
    context.streams.stderr.write(`\n${text}\n`);
    return exitCode;
  } finally {
    await operations?.close();
  }
}

/** Listens at once and answers 503 until the database is available; returns when it is asked to stop. */
async function runServer(
  { config, reload, configFile, fingerprint: installation, opens }: Prepared,
  { log, audit, mail, reportDatabase, reportSessions }: Operations,
  { version, commit, language, streams, env, platform, stopRequested }: ProcessContext,
): Promise<void> {
  log.info('[serveur] démarrage du serveur');
  let isStopping = false;
  const database = openDatabase(config, {
    log,
    clock: Date.now,
    onStateChange: reportDatabase,
    ...auditedChanges(audit),
  });
  const sessions = await sessionService({ config, database, log, onStateChange: reportSessions });
  const tax = taxService(config.tax, database.taxYears);
  const { signIn, access } = signInService(config, sessions.counts);
  const metrics = createMetrics();
  const requestLog = openRequestLog(log, metrics);
  const port = () => server.port;
  const mailAdmin = (text: string) => mail.send('unexpected-error', text);
  const files = fileJobs({
    config,
    tax,
    taxYears: database.taxYears,
    program: `${version} ${commit}`,
    log,
    metrics,
    port,
    mailAdmin,
  });
  const services = webServices({
    config,
    database,
    sessions,
    tax,
    signIn,
    files,
    spool: answerSpools({ config, log, port }),
    metrics,
    log,
    requestLog,
    audit,
    version,
    commit,
    installation,
    isStopping: () => isStopping,
    mailAdmin,
  });
  const tracked = trackHealthProbes(services);
  const application = createApplication(webSettings(config), tracked);
  const server = await listen(application, config.server.host, config.server.port, LIMITS, (address) =>
    isTrustedProxy(application, address),
  );
  const stopFollowing = reloadConfigOnChange({
    file: configFile,
    running: config,
    reload,
    log,
    audit,
  });
  try {
    await files.start();
    await Promise.race([start().then(announce), stopRequested]);
    const signal = await stopRequested;
    log.info({ fr: `[serveur] arrêt du serveur (${signal})`, en: `[serveur] server stops (${signal})` });
    audit.record({ event: 'stop', outcome: 'done', detail: signal });
  } finally {
    isStopping = true;
    stopFollowing();
    await drain(server.http, { noticeMs: tracked.isWatched() ? NOTICE_MS : 0, drainMs: DRAIN_MS });
    await files.close();
    requestLog.close();
    sessions.close();
    await database.close();
  }

  async function start(): Promise<void> {
    await database.start();
    log.info('[serveur] connexion à la base de données réussie');
    await sessions.start();
  }

  async function announce(): Promise<void> {
    checkIncomeYear(config.tax, tax.calculator());
    const url = localUrl(config.server, server.port);
    audit.record({
      event: 'start',
      outcome: 'done',
      detail: `${version}${commit && ` (${commit})`} on ${url}`,
    });
    log.followOnConsole();
    streams.stdout.write(banner({ config, configFile, access, opens, url, version, language }));
    await notifySystemd(env, (error) => {
      log.warn({
        fr: `[serveur] systemd n'a pas pu être prévenu : ${error.message}`,
        en: `[serveur] systemd could not be notified: ${error.message}`,
      });
    });
    if (opens) await openBrowser(access ? oneTimeLink(url, access) : `${url}/`, platform);
  }
}
