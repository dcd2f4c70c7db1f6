/** The data of a virtual host: its addresses, and where it forwards requests. */
export interface Site {
  /** The host name that browsers use, `flask-impots-withmysql`. */
  readonly serverName: string;
  readonly http: Endpoint;
  readonly https: SecureEndpoint | null;
  /** HTTP redirects to HTTPS. */
  readonly httpsOnly: boolean;
  readonly applications: readonly ProxiedApplication[];
  /** The folder of Laragon; null for any other Apache. */
  readonly laragon: string | null;
}

/** An address of a virtual host, as in `<VirtualHost …>`. */
export interface Endpoint {
  /** `*`, or one address of the machine. */
  readonly address: string;
  readonly port: number;
}

export interface SecureEndpoint extends Endpoint {
  /** Files in PEM form. */
  readonly certificate: string;
  readonly key: string;
}

export interface ProxiedApplication {
  /** `/impots`; `""` when the whole virtual host belongs to the application. */
  readonly alias: string;
  /** The addresses of its instances, `http://127.0.0.1:5000`; several make a balancer. */
  readonly backends: readonly [string, ...string[]];
  /** Apache removes the alias before it forwards a request. */
  readonly isAliasStripped: boolean;
  /** The path of an instance's health; needed with several instances. */
  readonly healthPath: string;
  /** Bytes of the largest body that Apache forwards. */
  readonly maxBodyBytes: number;
  /** The page whose visitors stay with one instance, which has their files; empty without such a page. */
  readonly filesPath: string;
  /** The first page for people, after the alias: `/do/`. */
  readonly entryPath: string;
}

/** Apache's modules that a site needs, without `mod_`. */
export function neededModules({ https, applications }: Site): readonly string[] {
  const balanced = applications.some(({ backends }) => backends.length > 1);
  return [
    'alias',
    'headers',
    'proxy',
    'proxy_http',
    ...(https ? ['socache_shmcb', 'ssl'] : []),
    ...(balanced ? ['proxy_balancer', 'lbmethod_bybusyness', 'slotmem_shm', 'watchdog', 'proxy_hcheck'] : []),
  ];
}

/** `https://name:8443`, without the port that the scheme implies. */
export function originOf(scheme: 'http' | 'https', serverName: string, { port }: Endpoint): string {
  const implied = scheme === 'https' ? 443 : 80;
  return `${scheme}://${serverName}${port === implied ? '' : `:${port}`}`;
}
