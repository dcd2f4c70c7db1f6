/** A virtual host as it is to be written: what Apache listens on, and what it passes on to whom. Plain data. */
export interface Site {
  /** `flask-impots-withmysql`: what browsers ask for. */
  readonly serverName: string;
  readonly http: Endpoint;
  readonly https: SecureEndpoint | null;
  /** HTTP leads to HTTPS instead of serving. */
  readonly httpsOnly: boolean;
  readonly applications: readonly ProxiedApplication[];
  /** The folder of Laragon; null for any other Apache. */
  readonly laragon: string | null;
}

/** What a virtual host answers on, as `<VirtualHost …>` writes it. */
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
  /** Where its instances answer, `http://127.0.0.1:5000`; several make a balancer. */
  readonly backends: readonly [string, ...string[]];
  /** Apache cuts the alias off before it passes a request on. */
  readonly isAliasStripped: boolean;
  /** The path of the instance itself that answers whether it can serve; needed with several instances. */
  readonly healthPath: string;
  /** Bytes of the largest body that Apache passes on. */
  readonly maxBodyBytes: number;
  /**
   * The page whose visitors stay with one instance, because what they send there lives on it; empty when nothing does.
   */
  readonly filesPath: string;
  /** What people open in the end, behind the alias: `/do/`. */
  readonly entryPath: string;
}

/** Apache's modules that a site works with, without the `mod_` in front. */
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
