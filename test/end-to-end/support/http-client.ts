import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { text } from 'node:stream/consumers';

export interface HttpReply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface HttpCall {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Uint8Array;
  /** Connect here instead of where the URL says: a virtual host without a hosts file. */
  readonly connectTo?: { readonly host: string; readonly port: number };
}

/** One HTTP request, redirects not followed; self-signed certificates accepted. */
export async function http(url: string, call: HttpCall = {}): Promise<HttpReply> {
  const target = new URL(url);
  const send = target.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const req = send(
      {
        method: call.method ?? 'GET',
        host: call.connectTo?.host ?? target.hostname,
        port: call.connectTo?.port ?? target.port,
        servername: target.hostname,
        path: `${target.pathname}${target.search}`,
        headers: { host: target.host, ...call.headers },
        rejectUnauthorized: false,
        agent: false,
      },
      (res) => {
        text(res).then(
          (body) => resolve({ status: res.statusCode ?? 0, headers: res.headers, body }),
          reject,
        );
      },
    );
    req.on('error', reject);
    req.end(call.body);
  });
}
