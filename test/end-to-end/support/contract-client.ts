import { XMLParser } from 'fast-xml-parser';
import { type HttpCall, type HttpReply, http } from './http-client.ts';

export type SessionType = 'json' | 'xml' | 'html';

/** The envelope as a program of the earlier application reads it. */
export interface Envelope {
  readonly action: string;
  readonly état: number;
  readonly réponse: unknown;
  readonly csrf_token?: string;
}

/** Exactly what the original clients cut off (contract §1.5). */
const XML_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n';

const xmlParser = new XMLParser({ parseTagValue: true, ignoreDeclaration: true });

export interface ContractClientOptions {
  readonly tokens: boolean;
  readonly connectTo?: HttpCall['connectTo'];
}

/** A client as the earlier application's: one cookie jar, the token of the last reply at the end of each URL. */
export class ContractClient {
  token: string | undefined;
  readonly #cookies = new Map<string, string>();

  /** Where requests go: scheme, host, port, alias and prefix. */
  readonly baseUrl: string;
  readonly options: ContractClientOptions;

  constructor(baseUrl: string, options: ContractClientOptions) {
    this.baseUrl = baseUrl;
    this.options = options;
  }

  /** The path with the current token as its last segment. */
  tokened(path: string): string {
    return this.options.tokens ? `${path}/${this.token ?? 'none'}` : path;
  }

  get(path: string, call: HttpCall = {}): Promise<HttpReply> {
    return this.send(this.tokened(path), call);
  }

  post(path: string, fields: Record<string, string>, call: HttpCall = {}): Promise<HttpReply> {
    return this.send(this.tokened(path), {
      method: 'POST',
      body: new URLSearchParams(fields).toString(),
      ...call,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...call.headers },
    });
  }

  postJson(path: string, body: string): Promise<HttpReply> {
    return this.send(this.tokened(path), {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    });
  }

  /** Sends to a path below the base as it is and keeps the cookies of the reply. */
  send(path: string, call: HttpCall = {}): Promise<HttpReply> {
    return this.sendTo(`${this.baseUrl}${path}`, call);
  }

  async sendTo(url: string, call: HttpCall = {}): Promise<HttpReply> {
    const cookie = this.cookieHeader();
    const reply = await http(url, {
      ...(this.options.connectTo && { connectTo: this.options.connectTo }),
      ...call,
      headers: { ...(cookie && { cookie }), ...call.headers },
    });
    this.#keepCookies(reply);
    return reply;
  }

  /** Follows redirects as a browser does and returns the last reply with the paths gone through. */
  async follow(reply: HttpReply): Promise<{ reply: HttpReply; path: string[] }> {
    const path: string[] = [];
    let last = reply;
    while (last.headers.location && path.length < 10) {
      path.push(last.headers.location);
      last = await this.sendTo(new URL(last.headers.location, this.baseUrl).href);
    }
    return { reply: last, path };
  }

  /** `init-session`, by the entry without a token when tokens are on. */
  async start(type: SessionType): Promise<HttpReply> {
    if (!this.options.tokens) return this.send(`/init-session/${type}`);
    const entry = await this.send(`/init-session-without-csrftoken/${type}`);
    return (await this.follow(entry)).reply;
  }

  async login(user = 'admin', password = 'admin'): Promise<HttpReply> {
    return this.post('/authentifier-utilisateur', { user, password });
  }

  /** Reads a reply and remembers its token. */
  read(reply: HttpReply): Envelope {
    const envelope = readEnvelope(reply);
    if (envelope.csrf_token !== undefined) this.token = envelope.csrf_token;
    return envelope;
  }

  /** A client of another instance, with the cookies of this one. */
  at(baseUrl: string): ContractClient {
    const other = new ContractClient(baseUrl, this.options);
    for (const [name, value] of this.#cookies) other.#cookies.set(name, value);
    return other;
  }

  cookieHeader(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  cookieNames(): string[] {
    return [...this.#cookies.keys()];
  }

  #keepCookies(reply: HttpReply): void {
    for (const line of reply.headers['set-cookie'] ?? []) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (/max-age=0/i.test(line)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
  }
}

/** JSON, or XML without its first 39 characters, as the original clients do. */
export function readEnvelope(reply: HttpReply): Envelope {
  if (reply.headers['content-type'] === 'application/json; charset=utf-8') return JSON.parse(reply.body);
  if (reply.headers['content-type'] !== 'application/xml; charset=utf-8') {
    throw new Error(
      `neither JSON nor XML: ${reply.status} ${reply.headers['content-type']} ${reply.body.slice(0, 300)}`,
    );
  }
  if (!reply.body.startsWith(XML_DECLARATION))
    throw new Error(`bad XML declaration: ${reply.body.slice(0, 60)}`);
  return xmlParser.parse(reply.body.slice(XML_DECLARATION.length)).root;
}

/** XML cannot tell a list of one from its item, nor an empty list from nothing (contract §1.5). */
export function asList(reponse: unknown): unknown[] {
  if (reponse === undefined || reponse === '') return [];
  return Array.isArray(reponse) ? reponse : [reponse];
}
