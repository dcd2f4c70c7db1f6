/** The values for the instructions at the top of the file. */
export interface PreambleFacts {
  readonly serverName: string;
  /** `flask-impots-withmysql.conf` */
  readonly fileName: string;
  readonly laragon: string | null;
  /** The URLs to open at the end. */
  readonly urls: readonly string[];
  readonly ports: readonly number[];
  /** The command on Debian. */
  readonly enableModules: string;
  /** The lines of httpd.conf on Windows. */
  readonly loadModules: readonly string[];
}

/** The comments of the generated file, and Apache's messages when a module is missing. */
export interface SiteTexts {
  readonly preamble: (facts: PreambleFacts) => readonly string[];
  readonly moduleMissing: (name: string) => string;
  readonly toHttps: string;
  readonly proxyOnly: string;
  readonly forwardingHeaders: string;
  readonly outagePage: string;
  readonly application: (path: string, backends: readonly string[]) => string;
  readonly prefixHeader: string;
  readonly balancer: string;
  readonly stayForFiles: string;
  readonly nothingElse: string;
}

/** The place of the file in Laragon. */
export function laragonFile(folder: string, fileName: string): string {
  return `${folder}/etc/apache2/sites-enabled/${fileName}`;
}
