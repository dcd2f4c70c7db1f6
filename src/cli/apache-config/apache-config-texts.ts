import type { Language } from '../../model/language.ts';

/** Why a configuration and a virtual host contradict each other, and what to change. */
export interface ConflictTexts {
  readonly serverName: (publicUrl: string, name: string) => string;
  readonly notHttps: (publicUrl: string) => string;
  readonly port: (publicUrl: string, port: number) => string;
  readonly proxyNotTrusted: string;
  readonly balancedSqlite: string;
  readonly balancedMemory: string;
  readonly portsEnd: (port: number) => string;
  readonly nothingToStrip: string;
  readonly sharedAlias: (first: string, second: string, alias: string) => string;
  readonly sharedPort: (first: string, second: string, port: number) => string;
  readonly differentNames: (names: readonly string[]) => string;
  readonly noCertificate: string;
}

export const conflictTexts: Readonly<Record<Language, ConflictTexts>> = {
  fr: {
    serverName: (publicUrl, name) =>
      `server.public_url est ${publicUrl}, mais --server-name est ${name} : mettez le même nom aux deux.`,
    notHttps: (publicUrl) =>
      `server.public_url est ${publicUrl}, mais --https est demandé : écrivez https:// dans public_url, ou laissez-le vide pour servir les deux.`,
    port: (publicUrl, port) =>
      `server.public_url est ${publicUrl}, mais l'hôte virtuel écoute sur le port ${port} : changez public_url, --listen ou --listen-https.`,
    proxyNotTrusted:
      "server.trusted_proxies ne contient pas loopback : le serveur ignorerait ce qu'Apache dit des adresses et de https. Ajoutez-le.",
    balancedSqlite:
      "--balancer : le fichier de SQLite n'appartient qu'à une machine et une instance. Choisissez database.kind mysql ou postgres.",
    balancedMemory:
      '--balancer : avec session.store memory, une autre instance ne connaîtrait pas la session. Choisissez session.store database.',
    portsEnd: (port) => `--balancer : le dernier port serait ${port}, au-delà de 65535. Baissez server.port.`,
    nothingToStrip: '--strip-alias : server.mount_alias est vide. Mettez-y le chemin, par exemple /impots.',
    sharedAlias: (first, second, alias) =>
      `${first} et ${second} ont le même server.mount_alias "${alias}" : un hôte virtuel ne peut pas les distinguer.`,
    sharedPort: (first, second, port) =>
      `${first} et ${second} se partageraient le port ${port} : changez server.port de l'un.`,
    differentNames: (names) =>
      `Un hôte virtuel a un seul nom, mais les server.public_url en ont plusieurs (${names.join(', ')}) : générez un fichier pour chacun.`,
    noCertificate: 'HTTPS demande --certificate FICHIER et --key FICHIER (PEM).',
  },
  en: {
    serverName: (publicUrl, name) =>
      `server.public_url is ${publicUrl}, but --server-name is ${name}: give both the same name.`,
    notHttps: (publicUrl) =>
      `server.public_url is ${publicUrl}, but --https is asked for: write https:// in public_url, or leave it empty to serve both.`,
    port: (publicUrl, port) =>
      `server.public_url is ${publicUrl}, but the virtual host listens on port ${port}: change public_url, --listen or --listen-https.`,
    proxyNotTrusted:
      'server.trusted_proxies does not contain loopback: the server would ignore what Apache says of addresses and https. Add it.',
    balancedSqlite:
      '--balancer: the file of SQLite belongs to one machine and one instance. Choose database.kind mysql or postgres.',
    balancedMemory:
      '--balancer: with session.store memory, another instance would not know the session. Choose session.store database.',
    portsEnd: (port) => `--balancer: the last port would be ${port}, beyond 65535. Lower server.port.`,
    nothingToStrip: '--strip-alias: server.mount_alias is empty. Put the path there, for example /impots.',
    sharedAlias: (first, second, alias) =>
      `${first} and ${second} have the same server.mount_alias "${alias}": one virtual host cannot tell them apart.`,
    sharedPort: (first, second, port) =>
      `${first} and ${second} would share port ${port}: change server.port in one of them.`,
    differentNames: (names) =>
      `A virtual host has one name, but server.public_url has several (${names.join(', ')}): generate one file for each.`,
    noCertificate: 'HTTPS needs --certificate FILE and --key FILE (PEM).',
  },
};
