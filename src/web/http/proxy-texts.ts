import type { BothLanguages } from '../../model/log-text.ts';

/** What the log says when the reverse proxy and the configuration contradict each other, and what to change. */

export function notBelieved(address: string): BothLanguages {
  return {
    fr: `les en-têtes X-Forwarded-… de ${address} sont ignorés : si c'est l'adresse d'un de vos serveurs frontaux, ajoutez-la à server.trusted_proxies.`,
    en: `X-Forwarded-… from ${address} is ignored: if this is the address of your reverse proxy, add it to server.trusted_proxies.`,
  };
}

export function otherHost(asked: string, publicUrl: string): BothLanguages {
  return {
    fr: `demandé sous le nom ${asked}, mais server.public_url est ${publicUrl} : corrigez public_url dans config.yaml, ou ServerName et ServerAlias de l'hôte virtuel.`,
    en: `asked for ${asked}, but server.public_url is ${publicUrl}: correct public_url in config.yaml, or ServerName and ServerAlias of the virtual host.`,
  };
}

export function withoutHttps(publicUrl: string): BothLanguages {
  const header = 'RequestHeader set X-Forwarded-Proto "expr=%{REQUEST_SCHEME}" (tax-server apache-config)';
  return {
    fr: `demandé sans https, mais server.public_url est ${publicUrl} : il manque à l'hôte virtuel ${header}.`,
    en: `asked without https, but server.public_url is ${publicUrl}: the virtual host needs ${header}.`,
  };
}

export function differentAlias(sent: string, alias: string): BothLanguages {
  return {
    fr: `publie ce serveur sous "${sent}", mais server.mount_alias est "${alias}" : écrivez mount_alias: ${sent || '""'} dans config.yaml, ou générez à nouveau l'hôte virtuel (tax-server apache-config).`,
    en: `publishes this server under "${sent}", but server.mount_alias is "${alias}": set mount_alias: ${sent || '""'} in config.yaml, or generate the virtual host again (tax-server apache-config).`,
  };
}
