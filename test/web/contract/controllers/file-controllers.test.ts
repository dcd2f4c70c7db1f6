import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { describe, expect, it, vi } from 'vitest';
import { type FileJobs, JobFailure } from '../../../../src/model/file-jobs.ts';
import {
  calculateFile,
  cancelFile,
  downloadFile,
  downloadTemplate,
  receiveFile,
  removeFile,
  showFile,
  showFiles,
  tellProgress,
} from '../../../../src/web/contract/controllers/file-controllers.ts';
import { fileJob, fileLimits, filePreview } from '../../pages/page-builders.ts';
import { actionRequest, memoryStore, signedIn, stranger } from '../action-requests.ts';

const job = fileJob({ state: 'done' });
const noAnswer = async () => undefined;

/** A request of a signed-in person about the job of that id. */
async function request(jobs: Partial<FileJobs> = {}, parameter = job.id) {
  const files: Partial<FileJobs> = {
    limits: fileLimits,
    list: async () => [job],
    find: async (_key, id) => (id === job.id ? job : null),
    ...jobs,
  };
  const session = await signedIn(memoryStore(), 'html');
  return actionRequest({ session, files: files as FileJobs, parameter });
}

/** A multipart form with a field, and a file after it unless there is none. */
function upload(file: string | null, field = 'name="année"\r\n\r\n2025') {
  const parts = [field, ...(file === null ? [] : [`name="fichier"; filename="foyers.csv"\r\n\r\n${file}`])];
  const body = `${parts.map((part) => `--b\r\nContent-Disposition: form-data; ${part}\r\n`).join('')}--b--\r\n`;
  return { contentType: 'multipart/form-data; boundary=b', body: Readable.from([Buffer.from(body)]) };
}

it('shows where files are sent, and the job of an address', async () => {
  expect(await showFiles(await request())).toMatchObject({
    status: 200,
    inBrowser: { kind: 'page', page: { view: 'files', jobs: [job], failure: null } },
  });
  expect(await showFile(await request())).toMatchObject({
    status: 200,
    inBrowser: { page: { view: 'file', job } },
  });
});

it('answers 404 for a job that there is not, or not any more', async () => {
  expect(await showFile(await request({}, 'gone'))).toMatchObject({
    status: 404,
    inBrowser: { page: { job: null } },
  });
  expect(await tellProgress(await request({}, 'gone'))).toMatchObject({
    status: 404,
    inBrowser: { data: null },
  });
});

it('tells the progress as data', async () => {
  const { status, inBrowser } = await tellProgress(await request());
  expect(status).toBe(200);
  expect(inBrowser).toMatchObject({ kind: 'data', data: expect.any(Object) });
});

describe('a file that is sent', () => {
  it('is received, and leads to its job', async () => {
    const receive = vi.fn(async (_key: string, { content }: { content: Readable }) => text(content));
    const asked = { ...(await request({ receive })), upload: upload('0123') };
    expect(await receiveFile(asked)).toMatchObject({
      kind: 'success',
      inBrowser: { kind: 'redirect', path: '/fichier/0123' },
    });
    expect(receive.mock.calls[0]?.[1]).toMatchObject({
      name: 'foyers.csv',
      incomeYear: 2025,
      withRates: false,
      language: 'fr',
    });
  });

  it('has rates where they are ticked', async () => {
    const receive = vi.fn(async (_key: string, { content }: { content: Readable }) => text(content));
    const sent = upload('0123', 'name="taux"\r\n\r\noui');
    await receiveFile({ ...(await request({ receive })), upload: sent });
    expect(receive.mock.calls[0]?.[1]).toMatchObject({ withRates: true });
  });

  it.each([
    ['tooManyFiles', 409],
    ['tooLarge', 413],
    ['serverFull', 503],
    ['interrupted', 400],
  ])('leads back to the form when it is refused: %s with %i', async (code, status) => {
    const receive = () => Promise.reject(new JobFailure(code));
    const asked = { ...(await request({ receive })), upload: upload('x') };
    expect(await receiveFile(asked)).toMatchObject({
      kind: 'refusal',
      status,
      inBrowser: { kind: 'page', page: { view: 'files', failure: { code } } },
    });
  });

  it('has to be there', async () => {
    const asked = { ...(await request()), upload: upload(null) };
    expect(await receiveFile(asked)).toMatchObject({
      status: 400,
      inBrowser: { page: { failure: { code: 'noFile' } } },
    });
  });
});

it('a job that is started or cancelled is shown; one that is removed leaves the list', async () => {
  const [calculate, cancel, remove] = [vi.fn(noAnswer), vi.fn(noAnswer), vi.fn(noAnswer)];
  const asked = await request({ calculate, cancel, remove });
  expect(await calculateFile(asked)).toMatchObject({
    inBrowser: { kind: 'redirect', path: `/fichier/${job.id}` },
  });
  expect(await cancelFile(asked)).toMatchObject({
    inBrowser: { kind: 'redirect', path: `/fichier/${job.id}` },
  });
  expect(await removeFile(asked)).toMatchObject({ inBrowser: { kind: 'redirect', path: '/fichiers' } });
  expect(calculate).toHaveBeenCalledExactlyOnceWith(asked.session.key, job.id);
  expect(cancel).toHaveBeenCalledExactlyOnceWith(asked.session.key, job.id);
  expect(remove).toHaveBeenCalledExactlyOnceWith(asked.session.key, job.id);
});

it.each([
  ['results', 'foyers de la commune - résultats.csv'],
  ['report', 'foyers de la commune - lignes refusées.csv'],
] as const)('the %s are a file named after the one that was sent', async (which, name) => {
  const open = async () => ({ size: 3, stream: () => Readable.from(['abc']) });
  const { inBrowser } = await downloadFile(which, 'csv')(await request({ open }));
  expect(inBrowser).toMatchObject({
    kind: 'download',
    file: { name, size: 3, type: 'text/csv; charset=utf-8' },
  });
});

it('they may be a workbook, made while it is sent, unless a sheet does not hold them', async () => {
  const open = async () => ({ size: 3, stream: () => Readable.from([Buffer.from('impôt\n1\n')]) });
  const download = downloadFile('results', 'xlsx');
  const { inBrowser } = await download(await request({ open }));
  expect(inBrowser).toMatchObject({
    kind: 'download',
    file: {
      name: 'foyers de la commune - résultats.xlsx',
      size: null,
      type: expect.stringContaining('sheet'),
    },
  });
  if (inBrowser?.kind !== 'download') throw new TypeError('no file');
  const bytes = await buffer(inBrowser.file.stream() as AsyncIterable<Uint8Array>);
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
  const find = async () => ({ ...job, preview: filePreview });
  for (const tight of [{ sheetRows: 0 }, { sheetColumns: 1 }]) {
    const limits = { ...fileLimits, ...tight };
    const asked = await request({ open, find, limits });
    expect(await download(asked)).toMatchObject({ inBrowser: { kind: 'redirect' } });
  }
});

it('without results the page of the job says why', async () => {
  const { inBrowser } = await downloadFile('results', 'csv')(await request({ open: async () => null }));
  expect(inBrowser).toEqual({ kind: 'redirect', path: `/fichier/${job.id}` });
});

it('an example is in the language of the address', async () => {
  const template = (language: 'fr' | 'en') => ({ name: `${language}.csv`, text: 'é' });
  expect(downloadTemplate(await request({ template }, 'en'))).toMatchObject({
    inBrowser: { kind: 'download', file: { name: 'en.csv', size: 2 } },
  });
});

it('needs somebody who has signed in, which the guards see to', async () => {
  const asked = { ...(await request()), session: await stranger() };
  await expect(showFiles(asked)).rejects.toThrow('the action needs a signed-in user');
});
