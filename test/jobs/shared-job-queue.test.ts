import { execFileSync } from 'node:child_process';
import { pbkdf2 } from 'node:crypto';
import {
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  utimesSync,
} from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { calculateFile } from '../../src/jobs/calculate-file.ts';
import { CLOCK, folderClock } from '../../src/jobs/folder-clock.ts';
import { Job } from '../../src/jobs/job.ts';
import type { JobLimits } from '../../src/jobs/job-queue.ts';
import type { JobState, StoredJob } from '../../src/jobs/job-state.ts';
import { SharedFolder } from '../../src/jobs/shared-folder.ts';
import { SharedJobQueue } from '../../src/jobs/shared-job-queue.ts';
import type { JobRequest } from '../../src/model/file-jobs.ts';
import { createTaxCalculator } from '../../src/tax/tax-calculator.ts';
import { taxYears } from '../tax/fixtures.ts';

const calculator = createTaxCalculator({ method: 'official', years: taxYears() });
const limits: JobLimits = {
  maxBytes: 10_000_000,
  perSession: 3,
  perServer: 5,
  keptMs: 60_000,
  shownLines: 3,
  sheetRows: 10,
  sheetColumns: 10,
};
const SILENT_MS = 10_000;
const LINES = Array.from({ length: 4_000 }, (_, i) => (i % 100 === 0 ? 'x;0;1\n' : `oui;2;${i}\n`));
const HEADER = 'marié;enfants;salaire\n';
const CONTENT = `${HEADER}${LINES.join('')}`;
/** Of which the first so many lines are calculated before something happens. */
const HALF = 2_000;

/** A shared folder as an instance has it that may freeze, as a machine does that swaps, and go on later. */
class Freezable extends SharedFolder {
  onWrite: (state: JobState) => void = () => undefined;
  #thawed = Promise.resolve();
  thaw: () => void = () => undefined;

  freeze(): void {
    this.#thawed = new Promise((resolve) => {
      this.thaw = resolve;
    });
  }

  override async isHeld(job: StoredJob) {
    await this.#thawed;
    return super.isHeld(job);
  }

  override async list() {
    await this.#thawed;
    return super.list();
  }

  override async write(job: StoredJob, state: JobState) {
    await this.#thawed;
    const isThere = await super.write(job, state);
    this.onWrite(state);
    return isThere;
  }
}

const whole = (job: Job) => calculateFile(job, calculator, limits.shownLines);

const untilAborted = (job: Job) =>
  new Promise<never>((_resolve, reject) =>
    job.signal.addEventListener('abort', () => reject(job.signal.reason)),
  );

interface Instance {
  readonly queue: SharedJobQueue;
  readonly folder: Freezable;
  readonly calculated: string[];
}

let parent: string;
/** Of the machines; they have no other clock in common than the folder's. */
let monotonic: number;
let machineClock: () => number;
let calculate: (job: Job) => Promise<void>;
let prepare: () => Promise<void>;
let basis: string;
let instances: Instance[];
let started = 0;
let failures: unknown[];
let warnings: unknown[];

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'tax-server-shared-'));
  monotonic = 0;
  machineClock = Date.now;
  calculate = whole;
  prepare = async () => undefined;
  basis = 'a';
  instances = [];
  failures = [];
  warnings = [];
});
afterEach(async () => {
  for (const { folder } of instances) folder.thaw();
  await Promise.all(instances.map(({ queue }) => queue.close()));
  rmSync(parent, { recursive: true, force: true });
  expect(failures).toEqual([]);
});

async function startInstance(): Promise<Instance> {
  started += 1;
  const path = join(parent, `instance-${started}`);
  const clock = machineClock;
  const folder = new Freezable(
    join(parent, 'jobs'),
    () => path,
    (error) => failures.push(error),
  );
  const calculated: string[] = [];
  const queue = new SharedJobQueue({
    folder,
    limits,
    calculate(job) {
      calculated.push(job.id);
      return calculate(job);
    },
    prepare: () => prepare(),
    template: () => ({ name: 'template.csv', text: '' }),
    clock: folderClock(() => join(path, CLOCK), clock),
    monotonic: () => monotonic,
    pace: { beatMs: 2, silentMs: SILENT_MS },
    basis: () => basis,
    log: (line) => warnings.push(line),
    report: (error) => failures.push(error),
    reportDefect: (error) => failures.push(error),
  });
  const instance = { queue, folder, calculated };
  await queue.start();
  instances.push(instance);
  return instance;
}

async function sent(queue: SharedJobQueue, owner: string, request: JobRequest): Promise<string> {
  const id = await queue.receive(owner, request);
  await queue.calculate(owner, id);
  return id;
}

describe('several instances on one folder', () => {
  it('all show a job, its progress and its results to the session that owns it, and to no other', async () => {
    const [one, other] = [await startInstance(), await startInstance()];
    const id = await sent(one.queue, 'me', jobRequest('salaire\nx\n', '55555\n'));
    await ended(other, id);
    const shown = await other.queue.find('me', id);
    expect(shown).toMatchObject({
      name: 'a.csv',
      state: 'done',
      size: 16,
      progress: { bytes: 16, calculated: 1, refused: 1 },
      refusedLines: [{ line: 2, field: 'salaire' }],
      failure: null,
    });
    expect(shown?.secondsKept).toBeGreaterThan(55);
    for (const { queue } of [one, other]) {
      expect(await queue.list('me')).toHaveLength(1);
      expect(await read(queue, id, 'results')).toMatch(/55555/);
      expect(await read(queue, id, 'report')).toMatch(/;x/);
      expect(await queue.find('you', id)).toBeNull();
      expect(await queue.open('you', id, 'results')).toBeNull();
      await queue.remove('you', id);
    }
    expect([...one.calculated, ...other.calculated]).toEqual([id]);
  });

  it('each calculates one file at a time, and none is calculated twice', async () => {
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    calculate = async (job) => {
      await gate;
      await writeFile(job.files.results, 'results');
    };
    const [one, other] = [await startInstance(), await startInstance()];
    const ids = [];
    for (let i = 0; i < 3; i += 1) ids.push(await sent(one.queue, 'me', jobRequest('a')));
    await vi.waitFor(() => expect([one.calculated.length, other.calculated.length]).toEqual([1, 1]));
    expect(await one.queue.find('me', ids[2] ?? '')).toMatchObject({ state: 'waiting', ahead: 2 });
    open();
    for (const id of ids) await ended(one, id);
    expect([...one.calculated, ...other.calculated].toSorted()).toEqual(ids.toSorted());
  });

  it('have the bounds together', async () => {
    const [one, other] = [await startInstance(), await startInstance()];
    for (const { queue } of [one, other, one]) await sent(queue, 'me', jobRequest('salaire\n1\n'));
    await expect(sent(other.queue, 'me', jobRequest('a'))).rejects.toMatchObject({
      failure: { code: 'tooManyFiles', values: { max: 3 } },
    });
    await one.queue.forgetSession('me');
    expect(jobsOnDisk()).toEqual([]);
    for (let i = 0; i < 5; i += 1) await sent(one.queue, `session ${i}`, jobRequest('salaire\n1\n'));
    await expect(sent(other.queue, 'me', jobRequest('a'))).rejects.toMatchObject({
      failure: { code: 'serverFull' },
    });
  });

  it.each([1, 2])('have the bounds also for files that come at once, to %i of them', async (count) => {
    const all = await Promise.all(Array.from({ length: count }, () => startInstance()));
    const sending = (owner: (i: number) => string) =>
      Promise.allSettled(
        Array.from({ length: 12 }, (_, i) => all[i % count]?.queue.receive(owner(i), jobRequest('a'))),
      );
    await sending(() => 'me');
    const own = jobsOnDisk().length;
    await sending((i) => `session ${i}`);
    const inAll = jobsOnDisk().length;
    if (count === 1) expect([own, inAll]).toEqual([3, 5]);
    // Two that come in the same moment may both be refused.
    expect(own).toBeLessThanOrEqual(3);
    expect(inAll).toBeLessThanOrEqual(5);
  });

  it('cancel and delete what another one calculates', async () => {
    calculate = untilAborted;
    const one = await startInstance();
    const cancelled = await sent(one.queue, 'me', jobRequest('a'));
    const removed = await sent(one.queue, 'me', jobRequest('b'));
    await vi.waitFor(() => expect(one.calculated).toEqual([cancelled]));
    const other = await startInstance();
    await vi.waitFor(() => expect(other.calculated).toEqual([removed]));
    await other.queue.cancel('me', cancelled);
    await one.queue.remove('me', removed);
    expect(await one.queue.find('me', cancelled)).toMatchObject({ state: 'cancelled' });
    expect(await other.queue.list('me')).toHaveLength(1);
    calculate = (job) => writeFile(job.files.results, 'results');
    // Both are free again.
    for (const { queue } of [one, other])
      await ended(one, await sent(queue, 'me', jobRequest('salaire\n1\n')));
    expect(readdirSync(join(parent, 'jobs', cancelled))).not.toContain('households.csv');
    expect(existsSync(join(parent, 'jobs', removed))).toBe(false);
  });

  it('one lease is made once, also when one process asks twice', async () => {
    const { queue, folder } = await startInstance();
    const stored = await folder.read(await queue.receive('me', jobRequest('a')));
    if (!stored) throw new Error('no job');
    const claimed = await Promise.all([1, 2, 3].map(() => folder.claim(stored, stored.state)));
    expect(claimed.filter((lease) => lease !== null)).toHaveLength(1);
  });

  it('a job that is cancelled in the moment of its start stays cancelled', async () => {
    calculate = untilAborted;
    const { queue } = await startInstance();
    const ids = await Promise.all(['a', 'b', 'c'].map((content) => queue.receive('me', jobRequest(content))));
    await Promise.all(ids.flatMap((id) => [queue.calculate('me', id), queue.cancel('me', id)]));
    expect((await queue.list('me')).map(({ state }) => state)).toEqual(Array(3).fill('cancelled'));
  });

  it('what is useless leaves nothing but its reason', async () => {
    const [one, other] = [await startInstance(), await startInstance()];
    const empty = await sent(one.queue, 'me', jobRequest());
    expect(await other.queue.find('me', empty)).toMatchObject({
      state: 'failed',
      failure: { code: 'emptyFile' },
    });
    await expect(sent(one.queue, 'me', jobRequest('a'.repeat(10_000_001)))).rejects.toMatchObject({
      failure: { code: 'tooLarge' },
    });
    const unusable = await sent(other.queue, 'me', jobRequest('nom;ville\n'));
    await ended(one, unusable);
    expect(await one.queue.find('me', unusable)).toMatchObject({ failure: { code: 'unusable' } });
    expect(jobsOnDisk().toSorted()).toEqual([empty, unusable].toSorted());
  });
});

describe('an instance that is killed', () => {
  it('loses a job to another one, which goes on behind the last line written: nothing is there twice', async () => {
    const expected = await undisturbed();
    const [one, other] = [await startInstance(), await startInstance()];
    const id = await frozenInTheMiddle(one);
    const { state, progress } = (await other.queue.find('me', id)) ?? {};
    expect(state).toBe('running');
    expect(progress?.calculated).toBe(HALF - 20);
    expect(other.calculated).toEqual([]);
    monotonic += SILENT_MS;
    await ended(other, id);
    expect(await resultsOf(other, id)).toEqual(expected);
    expect(await other.queue.find('me', id)).toMatchObject({
      progress: { calculated: LINES.length - 40, refused: 40 },
      refusedLines: [{ line: 2 }, { line: 102 }, { line: 202 }],
    });
    expect(warnings).toEqual([
      { fr: expect.anything(), en: expect.stringContaining(`taken up behind ${HALF} line`) },
    ]);
    // The first one was not dead: what it has written meanwhile, and writes now, is nobody's.
    one.folder.thaw();
    await ended(one, await sent(one.queue, 'me', jobRequest('salaire\n1\n')));
    expect(await resultsOf(one, id)).toEqual(expected);
    expect([one.calculated.length + other.calculated.length]).toEqual([3]);
  });

  it('loses all of what it has calculated with other tax years or another program', async () => {
    const expected = await undisturbed();
    const one = await startInstance();
    const id = await frozenInTheMiddle(one);
    basis = 'b';
    const other = await startInstance();
    await vi.waitFor(() => expect(jobsOnDisk()).toContain(id));
    await looked(other);
    monotonic += SILENT_MS;
    await ended(other, id);
    expect(await resultsOf(other, id)).toEqual(expected);
    expect(warnings).toEqual([{ fr: expect.anything(), en: expect.stringContaining('behind 0 line') }]);
  });

  it('leaves nothing of what it was receiving', async () => {
    const [one, other] = [await startInstance(), await startInstance()];
    const content = new PassThrough();
    content.write('a');
    const receiving = sent(one.queue, 'me', { ...jobRequest(), content });
    await vi.waitFor(async () => expect((await other.queue.list('me'))[0]?.size).toBe(1));
    one.folder.freeze();
    await looked(other);
    monotonic += SILENT_MS;
    await vi.waitFor(() => expect(jobsOnDisk()).toEqual([]));
    one.folder.thaw();
    const id = await receiving;
    expect(await one.queue.find('me', id)).toBeNull();
  });
});

it('a folder that cannot be used is told at the start', async () => {
  await writeFile(join(parent, 'jobs'), 'a file where the folder should be');
  await expect(startInstance()).rejects.toMatchObject({
    name: 'SharedFolderError',
    folder: join(parent, 'jobs'),
  });
});

it('a folder that goes away is an outage until it is back', async () => {
  const { queue } = await startInstance();
  const id = await sent(queue, 'me', jobRequest('salaire\n1\n'));
  await expect.poll(async () => (await queue.find('me', id))?.state).toBe('done');
  const jobs = join(parent, 'jobs');
  renameSync(jobs, join(parent, 'away'));
  const away = { retryAfterSeconds: 5, dependency: 'sharedFolder' };
  await expect(queue.list('me')).rejects.toMatchObject(away);
  await expect(queue.find('me', id)).rejects.toMatchObject(away);
  await expect(queue.receive('me', jobRequest('salaire\n2\n'))).rejects.toMatchObject(away);
  await expect(queue.calculate('me', id)).rejects.toMatchObject(away);
  await expect(queue.cancel('me', id)).rejects.toMatchObject(away);
  await expect(queue.remove('me', id)).rejects.toMatchObject(away);
  await expect(queue.open('me', id, 'results')).rejects.toMatchObject(away);
  await queue.forgetSession('me');
  renameSync(join(parent, 'away'), jobs);
  expect((await queue.find('me', id))?.state).toBe('done');
  expect(new Set(failures.splice(0).map((failure) => (failure as Error).name))).toEqual(
    new Set(['SharedFolderUnavailable']),
  );
});

it.skipIf(process.platform === 'win32')(
  'a file server that does not answer leaves room for passwords',
  async () => {
    const one = await startInstance();
    const hanging = ['0', '1', '2', '3', '4'].map((digit) =>
      join(parent, 'jobs', digit.repeat(16), 'job.json'),
    );
    for (const path of hanging) {
      mkdirSync(dirname(path));
      // Nobody writes into it: whoever opens it waits.
      execFileSync('mkfifo', [path]);
    }
    const list = one.queue.list('me');
    try {
      const passwords = async () => {
        // The first ones may be faster than the list.
        for (let i = 0; i < 100; i += 1) await promisify(pbkdf2)('secret', 'salt', 1, 8, 'sha256');
        return 'checked';
      };
      expect(await Promise.race([passwords(), setTimeout(3_000, 'waiting', { ref: false })])).toBe('checked');
    } finally {
      const open = hanging.map((path) => openSync(path, constants.O_RDWR | constants.O_NONBLOCK));
      for (const path of hanging) rmSync(path);
      for (const file of open) closeSync(file);
    }
    expect(await list).toEqual([]);
  },
);

it('what belongs to no job is removed after a while', async () => {
  const one = await startInstance();
  const id = await one.queue.receive('me', jobRequest('a'));
  rmSync(join(parent, 'jobs', id, 'job.json'));
  await mkdirWith('jobs/0123456789abcdef', 'job.json', '{');
  await mkdirWith('jobs/.snapshot', 'a', '');
  const other = await startInstance();
  await looked(other);
  expect(jobsOnDisk()).toHaveLength(3);
  monotonic += SILENT_MS;
  await vi.waitFor(() => expect(jobsOnDisk()).toEqual(['.snapshot']));
});

it('what belongs to no instance any more is removed', async () => {
  await mkdirWith('dead', CLOCK, '');
  await mkdirWith('dead/removed-1', 'households.csv', 'a');
  const longAgo = new Date(Date.now() - 2 * limits.keptMs);
  utimesSync(join(parent, 'dead', CLOCK), longAgo, longAgo);
  await mkdirWith('alive', CLOCK, '');
  await startInstance();
  await vi.waitFor(() => expect(existsSync(join(parent, 'dead'))).toBe(false), 10_000);
  expect(existsSync(join(parent, 'alive', CLOCK))).toBe(true);
});

it('a defect that a preview meets is reported, and told as one', async () => {
  const { queue } = await startInstance();
  const defect = new TypeError('a defect');
  prepare = () => Promise.reject(defect);
  const id = await queue.receive('me', jobRequest('a'));
  expect(await queue.find('me', id)).toMatchObject({ state: 'failed', failure: { code: 'unexpected' } });
  expect(failures.splice(0)).toEqual([defect]);
});

it('a job that cannot be read does not hide the others, and is told once', async () => {
  const one = await startInstance();
  const id = await one.queue.receive('me', jobRequest('a'));
  mkdirSync(join(parent, 'jobs', '0123456789abcdef', 'job.json'), { recursive: true });
  await looked(one);
  expect(await one.queue.list('me')).toMatchObject([{ id }]);
  expect(failures.splice(0)).toMatchObject([{ name: 'SharedFolderUnavailable', cause: { code: 'EISDIR' } }]);
  await expect(one.queue.remove('me', '0123456789abcdef')).rejects.toMatchObject({
    dependency: 'sharedFolder',
  });
});

it('an instance that stops leaves its job to the others at once', async () => {
  const expected = await undisturbed();
  const one = await startInstance();
  const half = calculateHalf(one);
  const id = await sent(one.queue, 'me', jobRequest(CONTENT));
  await half.written;
  half.goOn();
  await one.queue.close();
  const other = await startInstance();
  await ended(other, id);
  expect(await resultsOf(other, id)).toEqual(expected);
  expect([one.calculated, other.calculated]).toEqual([[id], [id]]);
});

it('what is kept goes when its time is over by the clock of the folder, however wrong that of the machine is', async () => {
  const one = await startInstance();
  const id = await sent(one.queue, 'me', jobRequest('salaire\n1\n'));
  await ended(one, id);
  let passed = 0;
  machineClock = () => Date.now() + 86_400_000 + passed;
  const other = await startInstance();
  await looked(other);
  expect((await other.queue.find('me', id))?.state).toBe('done');
  expect((await other.queue.find('me', id))?.secondsKept).toBeGreaterThan(55);
  passed = 120_000;
  await vi.waitFor(async () => expect(jobsOnDisk()).toEqual([]));
  expect(await one.queue.find('me', id)).toBeNull();
});

/** Results and report of an instance that is alone and undisturbed. */
async function undisturbed() {
  const alone = await startInstance();
  const id = await sent(alone.queue, 'me', jobRequest(CONTENT));
  await ended(alone, id);
  const results = await resultsOf(alone, id);
  await alone.queue.remove('me', id);
  await alone.queue.close();
  instances = instances.filter((instance) => instance !== alone);
  return results;
}

/** The next calculation waits in the middle of its file, which has been written down. */
function calculateHalf({ folder }: Instance) {
  let goOn: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  calculate = async (job) => {
    calculate = whole;
    const input = join(parent, 'half.csv');
    await writeFile(input, `${HEADER}${LINES.slice(0, HALF).join('')}`);
    const half = new Job({ ...partsOf(job), files: { ...job.files, input } });
    await whole(half);
    job.takeUp(half.checkpoint, half.refusedLines);
    job.advance(half.snapshot(0).progress);
    await gate;
    await whole(job);
  };
  const written = new Promise<void>((resolve) => {
    folder.onWrite = ({ checkpoint }) => {
      if (checkpoint.lines === HALF) resolve();
    };
  });
  return { written, goOn: () => goOn() };
}

function partsOf({ id, owner, request }: Job) {
  return { id, owner, request, clock: Date.now };
}

/** An instance gives no sign of life any more, but goes on calculating. */
async function frozenInTheMiddle(one: Instance): Promise<string> {
  const others = instances.filter((instance) => instance !== one);
  for (const { folder } of others) folder.freeze();
  const half = calculateHalf(one);
  const id = await sent(one.queue, 'me', jobRequest(CONTENT));
  await half.written;
  one.folder.freeze();
  for (const other of others) {
    other.folder.thaw();
    await looked(other);
  }
  half.goOn();
  return id;
}

/** It has seen how everything stands. */
async function looked({ folder }: Instance): Promise<void> {
  const list = vi.spyOn(folder, 'list');
  await vi.waitFor(() => expect(list.mock.settledResults.length).toBeGreaterThan(2));
  list.mockRestore();
}

async function resultsOf({ queue }: Instance, id: string) {
  return { results: await read(queue, id, 'results'), report: await read(queue, id, 'report') };
}

async function read(queue: SharedJobQueue, id: string, which: 'results' | 'report') {
  const file = await queue.open('me', id, which);
  return file && (await text(file.stream()));
}

async function mkdirWith(folder: string, file: string, content: string): Promise<void> {
  mkdirSync(join(parent, folder), { recursive: true });
  await writeFile(join(parent, folder, file), content);
}

function jobsOnDisk(): string[] {
  return readdirSync(join(parent, 'jobs'));
}

function ended({ queue }: Instance, id: string): Promise<void> {
  return vi.waitFor(
    async () => expect((await queue.find('me', id))?.state).toMatch(/done|failed|cancelled/),
    10_000,
  );
}

function jobRequest(...chunks: readonly string[]): JobRequest {
  const content = Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
  return { name: 'a.csv', content, incomeYear: 2025, withRates: false, language: 'fr' };
}
