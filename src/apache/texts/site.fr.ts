import { laragonFile, type PreambleFacts, type SiteTexts } from './site-texts.ts';

export const french: SiteTexts = {
  preamble: (facts) => [
    `Hôte virtuel ${facts.serverName} d'Apache httpd 2.4, écrit par « tax-server apache-config ».`,
    'Après un changement de config.yaml, générez-le à nouveau.',
    '',
    '1. Enregistrez ce fichier sous',
    ...places(facts),
    '2. Activez les modules dont il a besoin.',
    `   Debian : ${facts.enableModules}`,
    '   Windows : ces lignes de httpd.conf, sans le # devant',
    ...facts.loadModules.map((line) => `     ${line}`),
    `3. Apache doit écouter : « Listen ${facts.ports.join(' » et « Listen ')} » dans sa configuration (Debian : ports.conf), une seule fois.`,
    '4. Sur chaque machine dont le DNS ignore ce nom, dans le fichier hosts',
    "   (Windows : C:\\Windows\\System32\\drivers\\etc\\hosts, Debian : /etc/hosts), avec l'adresse de la machine d'Apache :",
    `     127.0.0.1  ${facts.serverName}`,
    '5. Vérifiez puis redémarrez Apache.',
    '   Debian : apache2ctl configtest && systemctl reload apache2      Windows : httpd -t, puis redémarrage',
    `6. Ouvrez ${facts.urls.join(' , ')}`,
  ],
  moduleMissing: (name) =>
    `tax-server a besoin du module Apache ${name} : voir le début de son fichier d'hôte virtuel`,
  toHttps: 'server.public_url est une adresse https : HTTP ne fait qu’y mener.',
  proxyOnly:
    'Transmet les requêtes aux serveurs ci-dessous, et à personne d’autre. Ils voient le nom que le navigateur a demandé.',
  forwardingHeaders: [
    'Qui demande, quoi et comment : seul compte ce qu’Apache voit lui-même, jamais ce qu’un client prétend.',
    '(Si un autre de vos serveurs mandataires précède cet Apache, que mod_remoteip en prenne l’adresse.)',
  ].join('\n'),
  outagePage: 'Ce que les gens lisent quand aucun serveur ne répond.',
  application: (path, backends) => `${path} est servi par ${backends.join(', ')}`,
  prefixHeader: 'Permet au serveur de remarquer un mount_alias qui n’est pas ce chemin.',
  balancer: [
    'Toute instance sert toute requête : les sessions sont dans la base, aucune n’est liée à une instance. Chacune est',
    'interrogée toutes les secondes ; une requête qu’une instance n’accepte pas va à la suivante.',
  ].join('\n'),
  stayForFiles:
    'Les fichiers de plusieurs foyers vivent sur une instance : un navigateur qui ouvre leur page reste avec elle.',
  nothingElse: 'Rien d’autre de cette machine n’est publié ici.',
};

function places({ laragon, fileName }: PreambleFacts): readonly string[] {
  if (laragon !== null) return [`   ${laragonFile(laragon, fileName)}`];
  return [
    `   Debian : /etc/apache2/sites-available/${fileName}, puis a2ensite ${fileName.replace(/\.conf$/, '')}`,
    `   Laragon : C:/laragon/etc/apache2/sites-enabled/${fileName}`,
    `   Apache sous Windows : conf/extra/${fileName}, et dans conf/httpd.conf : Include conf/extra/${fileName}`,
  ];
}
