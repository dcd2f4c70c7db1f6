import { laragonFile, type PreambleFacts, type SiteTexts } from './site-texts.ts';

export const english: SiteTexts = {
  preamble: (facts) => [
    `Virtual host ${facts.serverName} of Apache httpd 2.4, written by "tax-server apache-config".`,
    'After a change of config.yaml, generate it again.',
    '',
    '1. Save this file as',
    ...places(facts),
    '2. Turn on the modules that it needs.',
    `   Debian: ${facts.enableModules}`,
    '   Windows: these lines of httpd.conf, without the # in front',
    ...facts.loadModules.map((line) => `     ${line}`),
    `3. Apache must listen: "Listen ${facts.ports.join('" and "Listen ')}" in its configuration (Debian: ports.conf), each once.`,
    '4. On every machine whose DNS does not know the name, in the hosts file',
    '   (Windows: C:\\Windows\\System32\\drivers\\etc\\hosts, Debian: /etc/hosts), with the address of the Apache machine:',
    `     127.0.0.1  ${facts.serverName}`,
    '5. Check and restart Apache.',
    '   Debian: apache2ctl configtest && systemctl reload apache2      Windows: httpd -t, then restart',
    `6. Open ${facts.urls.join(' , ')}`,
  ],
  moduleMissing: (name) => `tax-server needs the Apache module ${name}: see the top of its virtual host file`,
  toHttps: 'server.public_url is an https address: plain HTTP only leads there.',
  proxyOnly:
    'Passes requests on to the servers below, and nowhere else. They see the name that the browser asked for.',
  forwardingHeaders: [
    "The client's address, scheme and host as Apache itself sees them, never as the client claims.",
    '(If another proxy of yours stands in front of this Apache, let mod_remoteip take the address from it.)',
  ].join('\n'),
  outagePage: 'What people read while no server answers.',
  application: (path, backends) => `${path} is served by ${backends.join(', ')}`,
  prefixHeader: 'Lets the server detect a mount_alias that is not this path.',
  balancer: [
    'Any instance serves any request: sessions are in the database, so none is bound to an instance. Each is asked every',
    'second whether it serves; a request that an instance does not accept goes to the next one.',
  ].join('\n'),
  stayForFiles:
    'Files of many households live on one instance: a browser that opens their page stays with it.',
  nothingElse: 'Nothing else on this machine is published here.',
};

function places({ laragon, fileName }: PreambleFacts): readonly string[] {
  if (laragon !== null) return [`   ${laragonFile(laragon, fileName)}`];
  return [
    `   Debian: /etc/apache2/sites-available/${fileName}, then a2ensite ${fileName.replace(/\.conf$/, '')}`,
    `   Laragon: C:/laragon/etc/apache2/sites-enabled/${fileName}`,
    `   Apache on Windows: conf/extra/${fileName}, and in conf/httpd.conf: Include conf/extra/${fileName}`,
  ];
}
