import type { Config } from '../config/config-schema.ts';

/** The address of the application on this machine, `http://127.0.0.1:5000/do`. */
export function localUrl({ host, mount_alias, url_prefix }: Config['server'], port: number): string {
  return `${backendOrigin(host, port)}${mount_alias}${url_prefix}`;
}

/** The address of the server for programs on this machine, `http://127.0.0.1:5000`. */
export function backendOrigin(host: string, port: number): string {
  return `http://${hostInUrl(host)}:${port}`;
}

/** A listening address as a browser can use it. */
function hostInUrl(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
