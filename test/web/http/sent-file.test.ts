import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../../src/web/http/problem.ts';
import { readToEnd, type SentFile, takeFile } from '../../../src/web/http/sent-file.ts';

const TYPE = 'multipart/form-data; boundary=b';

function field(name: string, value: string): string {
  return `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
}

function file(content: string, filename = 'a.csv', name = 'fichier'): string {
  return `--b\r\nContent-Disposition: form-data; name="${name}"; filename="${filename}"\r\n\r\n${content}\r\n`;
}

const END = '--b--\r\n';

/** The parts of a body, in small chunks as a network delivers them. */
function bodyOf(...parts: readonly string[]): Readable {
  const bytes = Buffer.from(parts.join(''));
  return Readable.from(
    (function* () {
      for (let start = 0; start < bytes.length; start += 1_000) yield bytes.subarray(start, start + 1_000);
    })(),
  );
}

function take<Result>(body: Readable, use: (sent: SentFile) => Promise<Result>, contentType = TYPE) {
  return takeFile({ contentType, body }, 'fichier', use);
}

const whole = async ({ name, content, fields }: SentFile) => ({
  name,
  text: (await buffer(content)).toString(),
  fields: Object.fromEntries(fields),
});

describe('a file of a form', () => {
  it('comes with its name and the fields before it', async () => {
    const body = bodyOf(field('année', '2024'), file('marié\noui\n', 'foyers é.csv'), END);
    expect(await take(body, whole)).toEqual({
      name: 'foyers é.csv',
      text: 'marié\noui\n',
      fields: { année: '2024' },
    });
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    [`😀${'a'.repeat(145)}.csv`, `\ufffd${'a'.repeat(145)}.csv`],
    ['C:\\\\users\\\\me\\\\a.csv', 'a.csv'],
    [`${'x'.repeat(500)}.csv`, `${'x'.repeat(146)}.csv`],
  ])('is called without folders and control characters: %j', async (sent, name) => {
    expect((await take(bodyOf(file('1', sent), END), whole))?.name).toBe(name);
  });

  it('is called without what its name hides behind an encoding', async () => {
    const head =
      '--b\r\nContent-Disposition: form-data; name="fichier"; filename*=utf-8\'\'a%07%1bb.csv\r\n\r\n';
    expect((await take(bodyOf(head, '1\r\n', END), whole))?.name).toBe('ab.csv');
  });

  it('is the first of that field', async () => {
    const body = bodyOf(file('other', 'o.csv', 'other'), file('first'), file('second'), END);
    expect((await take(body, whole))?.text).toBe('first');
  });

  it('may be left by its reader: the rest of the form is read all the same', async () => {
    const body = bodyOf(file('x'.repeat(500_000)), END);
    const result = await take(body, async ({ content }) => {
      content.destroy();
      return 'left';
    });
    expect(result).toBe('left');
    expect(body.readableEnded).toBe(true);
  });

  it('whose reader fails tells so after the form has been read', async () => {
    const body = bodyOf(file('x'.repeat(500_000)), END);
    const failing = take(body, async ({ content }) => {
      content.destroy();
      throw new Error('full');
    });
    await expect(failing).rejects.toThrow('full');
    expect(body.readableEnded).toBe(true);
  });

  it('that its reader refuses without a look does not hold the form up', async () => {
    const body = bodyOf(file('x'.repeat(500_000)), END);
    const refusing = take(body, async () => {
      throw new Error('too many files');
    });
    await expect(refusing).rejects.toThrow('too many files');
    expect(body.readableEnded).toBe(true);
  });

  it('that breaks off is an error of its content', async () => {
    const reading = take(bodyOf(file('half of it').slice(0, -4)), whole);
    await expect(reading).rejects.toThrow();
  });
});

describe('no file', () => {
  it.each([
    ['nothing was chosen', file('', '')],
    ['there is no such field', field('année', '2024')],
  ])('when %s', async (_why, part) => {
    expect(await take(bodyOf(part, END), whole)).toBeNull();
  });

  it('when the form breaks off within a file that nobody wants: that is an error of the form alone', async () => {
    const body = bodyOf(file('half of it', 'o.csv', 'other').slice(0, -4));
    await expect(take(body, whole)).rejects.toBeInstanceOf(Problem);
  });

  it('and a broken head: the body stays open for the answer', async () => {
    const body = bodyOf(
      '--b\r\nContent-Disposition: form-data; na\x07me="x"\r\n\r\n',
      'x'.repeat(50_000),
      END,
    );
    await expect(take(body, whole)).rejects.toBeInstanceOf(Problem);
    expect(body.destroyed).toBe(false);
    await readToEnd(body);
    expect(body.readableEnded).toBe(true);
  });

  it.each(['text/csv', 'multipart/form-data', ''])('and no form: %j', async (type) => {
    await expect(take(bodyOf('x'), whole, type)).rejects.toBeInstanceOf(Problem);
  });
});

it('what nobody wants is read to its end', async () => {
  const body = bodyOf('x'.repeat(300_000));
  await readToEnd(body);
  expect(body.readableEnded).toBe(true);
  await readToEnd(body);
});
