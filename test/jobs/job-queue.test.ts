import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { calculateFile } from '../../src/jobs/calculate-file.ts';
import type { Job } from '../../src/jobs/job.ts';
import { removeFiles } from '../../src/jobs/job-files.ts';
import { type JobLimits, JobQueue } from '../../src/jobs/job-queue.ts';
import { type FilePreview, JobFailure, type JobRequest } from '../../src/model/file-jobs.ts';
import { calculatorFailingAfter } from '../tax/failing-calculator.ts';

const limits: JobLimits = {
  maxBytes: 100,
  perSession: 3,
  perServer: 5,
  keptMs: 60_000,
  shownLines: 2,
  sheetRows: 10,
  sheetColumns: 10,
};

/** What is found of every file. */
const PREVIEW: FilePreview = {
  sheet: null,
  columns: [],
  unusedColumns: [],
  lines: [],
  incomeYear: 2025,
  withRates: false,
};

let folder: string;
let now: number;
let calculate: (job: Job) => Promise<void>;
let prepare: (job: Job) => Promise<void>;
let unremoved: unknown[];
let defects: unknown[];
let queue: JobQueue;
/** Stands for the system's removal. */
let removing: (() => Promise<void>) | null;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'tax-server-jobs-')), 'uploads');
  now = 1_000_000;
  unremoved = [];
  defects = [];
  removing = null;
  prepare = async (job) => job.prepared(PREVIEW);
  calculate = (job) => writeFile(job.files.results, 'results');
  queue = new JobQueue({
    folder: () => folder,
    limits,
    calculate: (job) => calculate(job),
    prepare: (job) => prepare(job),
    template: () => ({ name: 'template.csv', text: '' }),
    clock: () => now,
    removeFiles: (path) => (removing ? removing() : removeFiles(path)),
    report: (error) => unremoved.push(error),
    reportDefect: (error) => defects.push(error),
  });
});
afterEach(async () => {
  vi.useRealTimers();
  await queue.close();
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

describe('a file', () => {
  it('is written chunk by chunk, calculated, and its results can be read', async () => {
    let input = '';
    calculate = async (job) => {
      input = readFileSync(job.files.input, 'utf8');
      await writeFile(job.files.results, 'results');
    };
    const id = await sent('me', jobRequest('a', 'b', 'c'));
    await ended('me', id);
    expect(input).toBe('abc');
    expect(await queue.find('me', id)).toMatchObject({
      state: 'done',
      size: 3,
      secondsKept: 60,
      failure: null,
    });
    expect(await queue.open('me', id, 'results')).toMatchObject({ size: 7 });
    expect(await queue.open('me', id, 'report')).toBeNull();
  });

  it('is for the eyes of this program’s user only', async () => {
    const id = await sent('me', jobRequest('a'));
    expect(statSync(join(folder, id)).mode & 0o077).toBe(0);
    expect(statSync(join(folder, id, 'households.csv')).mode & 0o077).toBe(0);
  });

  it('is unknown to every other session', async () => {
    const id = await sent('me', jobRequest('a'));
    await ended('me', id);
    expect(await queue.find('you', id)).toBeNull();
    expect(await queue.open('you', id, 'results')).toBeNull();
    await queue.cancel('you', id);
    await queue.remove('you', id);
    expect((await queue.find('me', id))?.state).toBe('done');
    expect(await queue.list('you')).toEqual([]);
  });
});

it('a defect that a preview meets is reported, and told as one', async () => {
  const defect = new TypeError('a defect');
  prepare = () => Promise.reject(defect);
  const id = await queue.receive('me', jobRequest('a'));
  expect(await queue.find('me', id)).toMatchObject({ state: 'failed', failure: { code: 'unexpected' } });
  expect(defects).toEqual([defect]);
});

describe('a file that was received', () => {
  it('shows what was read, and is calculated when its owner says so, once', async () => {
    const gates = gatesForCalculations();
    const id = await queue.receive('me', jobRequest('a'));
    expect(await queue.find('me', id)).toMatchObject({ state: 'ready', preview: PREVIEW, secondsKept: 60 });
    await queue.calculate('you', id);
    expect((await queue.find('me', id))?.state).toBe('ready');
    await queue.calculate('me', id);
    await queue.calculate('me', id);
    expect((await queue.find('me', id))?.secondsKept).toBeNull();
    gates.open();
    await ended('me', id);
    expect(gates.order).toEqual([id]);
  });

  it('goes after a while when nobody wants it, or at once', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const id = await queue.receive('me', jobRequest('a'));
    const other = await queue.receive('me', jobRequest('a'));
    await queue.cancel('me', other);
    expect((await queue.find('me', other))?.state).toBe('cancelled');
    vi.advanceTimersByTime(61_000);
    vi.useRealTimers();
    expect(await queue.find('me', id)).toBeNull();
    await vi.waitFor(() => expect(filesIn(folder)).toEqual([]));
  });
});

describe('a file that cannot be used', () => {
  it.each([
    ['is empty', [], 'emptyFile'],
    ['meets a full disk', ['a', Object.assign(new Error('full'), { code: 'ENOSPC' })], 'diskFull'],
  ])('because it %s becomes a failed job without files', async (_why, chunks, code) => {
    const id = await sent('me', jobRequest(...chunks));
    expect(await queue.find('me', id)).toMatchObject({ state: 'failed', failure: { code } });
    expect(filesIn(folder)).toEqual([]);
  });

  it('because it is too large is refused and leaves nothing', async () => {
    await expect(sent('me', jobRequest('a'.repeat(60), 'a'.repeat(60)))).rejects.toMatchObject({
      failure: { code: 'tooLarge', values: { max: 100 } },
    });
    expect(await queue.list('me')).toEqual([]);
    expect(filesIn(folder)).toEqual([]);
  });

  it('because it breaks off is refused and leaves nothing', async () => {
    await expect(sent('me', jobRequest('a', new Error('aborted')))).rejects.toMatchObject({
      failure: { code: 'interrupted' },
    });
    expect(await queue.list('me')).toEqual([]);
    expect(filesIn(folder)).toEqual([]);
  });

  it('a full disk during the calculation is told, and is no surprise', async () => {
    calculate = () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
    const id = await sent('me', jobRequest('a'));
    await ended('me', id);
    expect((await queue.find('me', id))?.failure?.code).toBe('diskFull');
    expect(defects).toEqual([]);
    await vi.waitFor(() => expect(filesIn(folder)).toEqual([]));
  });

  it('files that cannot be removed are reported, and the job goes when its time is over', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    calculate = () => Promise.reject(new JobFailure('unusable'));
    const busy = Object.assign(new Error('somebody reads it'), { code: 'EBUSY' });
    removing = () => Promise.reject(busy);
    const id = await sent('me', jobRequest('a'));
    await vi.waitFor(() => expect(unremoved).toEqual([busy]));
    expect((await queue.find('me', id))?.state).toBe('failed');
    vi.advanceTimersByTime(61_000);
    vi.useRealTimers();
    expect(await queue.find('me', id)).toBeNull();
    await vi.waitFor(() => expect(unremoved).toEqual([busy, busy]));
    removing = null;
    await queue.close();
    expect(filesIn(folder)).toEqual([]);
  });

  it('what nobody foresaw is reported', async () => {
    calculate = () => Promise.reject(new Error('a defect'));
    const id = await sent('me', jobRequest('a'));
    await ended('me', id);
    expect((await queue.find('me', id))?.failure?.code).toBe('unexpected');
    expect(defects).toEqual([new Error('a defect')]);
  });

  it('what nobody foresaw in the middle of a file is reported, and no half of its results stays', async () => {
    const defect = new Error('a defect');
    calculate = (job) => calculateFile(job, calculatorFailingAfter(2, defect), 10);
    const id = await sent('me', jobRequest('salaire\n', '1\n2\n', '3\n4\n'));
    await ended('me', id);
    expect(await queue.find('me', id)).toMatchObject({ state: 'failed', failure: { code: 'unexpected' } });
    expect(defects).toEqual([defect]);
    await vi.waitFor(() => expect(filesIn(folder)).toEqual([]));
  });
});

describe('the queue', () => {
  it('calculates one file at a time, in the order of arrival', async () => {
    const gates = gatesForCalculations();
    const first = await sent('me', jobRequest('a'));
    const second = await sent('you', jobRequest('b'));
    await vi.waitFor(async () => expect((await queue.find('me', first))?.state).toBe('running'));
    expect(await queue.find('you', second)).toMatchObject({ state: 'waiting', ahead: 1 });
    gates.open();
    await ended('you', second);
    expect(gates.order).toEqual([first, second]);
  });

  it('leaves out what was cancelled while it waited', async () => {
    const gates = gatesForCalculations();
    const first = await sent('me', jobRequest('a'));
    const second = await sent('me', jobRequest('b'));
    await queue.cancel('me', second);
    expect((await queue.find('me', second))?.state).toBe('cancelled');
    expect(filesIn(folder)).not.toContain(second);
    gates.open();
    await ended('me', first);
    expect(gates.order).toEqual([first]);
  });

  it('stops what is being calculated when it is cancelled', async () => {
    calculate = (job) =>
      new Promise((_resolve, reject) =>
        job.signal.addEventListener('abort', () => reject(job.signal.reason)),
      );
    const id = await sent('me', jobRequest('a'));
    await vi.waitFor(async () => expect((await queue.find('me', id))?.state).toBe('running'));
    await queue.cancel('me', id);
    expect(await queue.find('me', id)).toMatchObject({ state: 'cancelled', failure: null });
    await vi.waitFor(() => expect(filesIn(folder)).toEqual([]));
    expect(defects).toEqual([]);
  });

  it('tells how far a file is and how long it will take', async () => {
    let job: Job | undefined;
    const gates = gatesForCalculations((each) => {
      job = each;
    });
    const id = await sent('me', jobRequest('a'.repeat(100)));
    await vi.waitFor(() => expect(job).toBeDefined());
    job?.advance({ bytes: 25, calculated: 5, refused: 1 });
    now += 900;
    expect((await queue.find('me', id))?.secondsLeft).toBeNull();
    now += 1_100;
    expect(await queue.find('me', id)).toMatchObject({
      secondsLeft: 6,
      secondsTaken: 2,
      progress: { calculated: 5 },
    });
    gates.open();
  });
});

describe('the bounds', () => {
  it('a session has so many files, and the message names how many', async () => {
    for (let i = 0; i < 3; i++) await ended('me', await sent('me', jobRequest('a')));
    await expect(sent('me', jobRequest('a'))).rejects.toMatchObject({
      failure: { code: 'tooManyFiles', values: { max: 3 } },
    });
    expect(await queue.list('me')).toHaveLength(3);
  });

  it('what has failed gives way', async () => {
    const failed = await sent('me', jobRequest());
    for (let i = 0; i < 3; i++) await sent('me', jobRequest('a'));
    expect(await queue.find('me', failed)).toBeNull();
    expect(await queue.list('me')).toHaveLength(3);
  });

  it('what has failed gives way to every other session', async () => {
    for (let i = 0; i < 5; i++) await sent(`session ${i % 2}`, jobRequest());
    for (let i = 0; i < 5; i++) await sent(`session ${i + 2}`, jobRequest('a'));
    expect(await queue.list('session 0')).toEqual([]);
    expect(await queue.list('session 6')).toHaveLength(1);
  });

  it('the server has so many files', async () => {
    for (let i = 0; i < 5; i++) await sent(`session ${i % 2}`, jobRequest('a'));
    await expect(sent('me', jobRequest('a'))).rejects.toMatchObject({
      failure: { code: 'serverFull' },
    });
  });
});

describe('what is kept', () => {
  it('goes after a while', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const id = await sent('me', jobRequest('a'));
    await vi.waitFor(async () => expect((await queue.find('me', id))?.state).toBe('done'));
    vi.advanceTimersByTime(59_000);
    expect(await queue.find('me', id)).not.toBeNull();
    vi.advanceTimersByTime(2_000);
    expect(await queue.find('me', id)).toBeNull();
    vi.useRealTimers();
    await vi.waitFor(() => expect(filesIn(folder)).toEqual([]));
  });

  it('goes when its owner says so, and when the session ends', async () => {
    const [one, other] = [await sent('me', jobRequest('a')), await sent('me', jobRequest('a'))];
    const theirs = await sent('you', jobRequest('a'));
    await queue.remove('me', one);
    expect((await queue.list('me')).map(({ id }) => id)).toEqual([other]);
    await queue.forgetSession('me');
    expect(await queue.list('me')).toEqual([]);
    expect(filesIn(folder)).toEqual([theirs]);
  });

  it('waits for nothing once its owner has removed it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const id = await sent('me', jobRequest('a'));
    await vi.waitFor(async () => expect((await queue.find('me', id))?.state).toBe('done'));
    expect(vi.getTimerCount()).toBe(1);
    await queue.remove('me', id);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('an upload under way ends with its session', async () => {
    const content = new PassThrough();
    content.write('a');
    const receiving = sent('me', { ...jobRequest(), content });
    await vi.waitFor(async () => expect((await queue.list('me'))[0]?.size).toBeGreaterThan(0));
    await queue.forgetSession('me');
    await receiving;
    expect(filesIn(folder)).toEqual([]);
  });

  it('goes at the start of the next process', async () => {
    await sent('me', jobRequest('a'));
    writeFileSync(join(folder, 'left-over'), '');
    await queue.start();
    expect(existsSync(folder)).toBe(false);
  });

  it('is reported and left when it cannot be deleted: neither start nor stop fails', async () => {
    const busy = Object.assign(new Error('somebody reads it'), { code: 'EBUSY' });
    removing = () => Promise.reject(busy);
    await queue.start();
    await queue.close();
    expect(unremoved).toEqual([busy, busy]);
    removing = null;
  });
});

it('a failure says its name and the values that its words need', () => {
  expect(new JobFailure('tooLarge', { max: 1 }).failure).toEqual({ code: 'tooLarge', values: { max: 1 } });
});

function jobRequest(...chunks: readonly (string | Error)[]): JobRequest {
  function* content() {
    for (const chunk of chunks) {
      if (chunk instanceof Error) throw chunk;
      yield Buffer.from(chunk);
    }
  }
  return {
    name: 'a.csv',
    content: Readable.from(content()),
    incomeYear: 2025,
    withRates: false,
    language: 'fr',
  };
}

/** Receives a file and lets it be calculated. */
async function sent(owner: string, request: JobRequest): Promise<string> {
  const id = await queue.receive(owner, request);
  await queue.calculate(owner, id);
  return id;
}

function ended(owner: string, id: string): Promise<void> {
  return vi.waitFor(async () =>
    expect((await queue.find(owner, id))?.state).toMatch(/done|failed|cancelled/),
  );
}

/** Holds every calculation back until the gates are opened. */
function gatesForCalculations(onStart: (job: Job) => void = () => undefined) {
  const started: string[] = [];
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  calculate = (job) => {
    started.push(job.id);
    onStart(job);
    return opened;
  };
  return { order: started, open };
}

function filesIn(path: string): string[] {
  return existsSync(path) ? readdirSync(path) : [];
}
