import { text } from '../../web/pages/reading.ts';
import { ContractClient } from '../support/contract-client.ts';
import type { HttpReply } from '../support/http-client.ts';
import type { RunningServer } from '../support/tax-server.ts';

const BOUNDARY = 'boundary-of-the-test';

/** A multipart form with a file, as a browser sends it. */
export function formWith(content: string | Uint8Array, name = 'foyers.csv', field = 'fichier') {
  const { headers, head, tail } = formAround(name, field);
  return { headers, body: Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(tail)]) };
}

/** What such a form has before and after the content of the file. */
export function formAround(name: string, field = 'fichier') {
  const head = [
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name="année"\r\n\r\n2025\r\n`,
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\n`,
    'Content-Type: text/csv\r\n\r\n',
  ].join('');
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}`, 'accept-language': 'fr' },
    head,
    tail: `\r\n--${BOUNDARY}--\r\n`,
  };
}

/** Somebody at the pages of files of households, without a browser. */
export class FileVisitor {
  readonly client: ContractClient;

  private constructor(client: ContractClient) {
    this.client = client;
  }

  static signedIn({ origin }: RunningServer): Promise<FileVisitor> {
    return FileVisitor.signedInBy(new ContractClient(`${origin}/do`, { tokens: false }));
  }

  static async signedInBy(client: ContractClient): Promise<FileVisitor> {
    await client.start('html');
    await client.login();
    return new FileVisitor(client);
  }

  /** The same session at another instance. */
  at({ origin }: RunningServer): FileVisitor {
    return new FileVisitor(this.client.at(`${origin}/do`));
  }

  /** Sends a file; the reply as it comes, redirects not followed. */
  send(content: string | Uint8Array, name?: string): Promise<HttpReply> {
    return this.client.send('/deposer-fichier', { method: 'POST', ...formWith(content, name) });
  }

  /** Sends a file and lets it be calculated; the id of its job. */
  async sendAndCalculate(content: string | Uint8Array, name?: string): Promise<string> {
    const sent = await this.send(content, name);
    const id = String(sent.headers.location).split('/').at(-1) ?? '';
    await this.post(`/calculer-fichier/${id}`);
    return id;
  }

  /** Sends a file and waits for the end of its job; the words and the HTML of its page. */
  async calculate(content: string | Uint8Array, name?: string) {
    const id = await this.sendAndCalculate(content, name);
    return { id, ...(await this.ended(id)) };
  }

  async ended(id: string): Promise<{ words: string; html: string }> {
    for (;;) {
      const { body } = await this.read(`/fichier/${id}`);
      if (!body.includes('data-progress-url')) return { words: plain(body), html: body };
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  read(path: string): Promise<HttpReply> {
    return this.client.send(path, { headers: { 'accept-language': 'fr' } });
  }

  post(path: string): Promise<HttpReply> {
    return this.client.send(path, { method: 'POST', headers: { 'accept-language': 'fr' } });
  }
}

/** What a page says, with an ordinary space for every narrow or fixed one. */
export function plain(html: string): string {
  return text(html).replace(/[\u00a0\u202f]/g, ' ');
}
