import type { SettingTexts } from '../settings.ts';

export const settingsInFrench: SettingTexts = {
  server: { about: 'Où le serveur répond', allowed: 'une section' },
  'server.host': {
    about: "L'adresse de cette machine sur laquelle répondre ; 0.0.0.0 ouvre le serveur au réseau",
    allowed: 'une adresse IP ou un nom de machine',
  },
  'server.port': { about: 'Le port TCP', allowed: 'un entier de 1 à 65535' },
  'server.url_prefix': {
    about: 'Le début de toutes les adresses',
    allowed:
      'rien (""), ou un chemin qui commence par « / » sans finir par « / » : lettres non accentuées, chiffres, « - », « _ », « ~ » et « . » (ni « .. » ni « /static »)',
  },
  'server.mount_alias': {
    about: 'Le chemin sous lequel le serveur web placé devant publie celui-ci, par exemple /impots',
    allowed: 'rien (""), ou un chemin comme /impots qui suit les règles de url_prefix',
  },
  'server.public_url': {
    about:
      "L'adresse que les gens utilisent quand un serveur web est placé devant, par exemple https://flask-impots-withmysql",
    allowed: 'rien (""), ou http(s)://machine[:port] sans chemin',
  },
  'server.trusted_proxies': {
    about: 'Les serveurs web dont les en-têtes X-Forwarded-* sont pris en compte',
    allowed: "une liste de « loopback », d'adresses IP et de réseaux comme 10.1.0.0/16",
  },
  'server.local_access': {
    about:
      "Si les programmes de cette machine peuvent lire les métriques et utiliser l'accès à usage unique ; false quand un tunnel ou un autre relais sans en-têtes y mène d'autres personnes",
    allowed: 'true ou false',
  },
  'server.frame_ancestors': {
    about: "Les sites qui peuvent afficher ces pages dans un cadre (iframe), s'il y en a",
    allowed:
      'une liste de http(s)://machine[:port], avec https://*.exemple.fr pour tous les noms sous exemple.fr',
  },
  database: { about: 'Où sont gardés les barèmes, les sessions et les simulations', allowed: 'une section' },
  'database.kind': { about: 'Le type de base de données', allowed: 'sqlite, mysql (ou MariaDB) ou postgres' },
  'database.startup_timeout': {
    about: "Durée d'attente de la base (et de Redis) au démarrage, en secondes",
    allowed: 'un entier de 0 à 3600',
  },
  'database.file': {
    about: 'Avec sqlite seulement : son fichier',
    allowed: 'un chemin, relatif au présent fichier',
  },
  'database.host': {
    about:
      "Avec mysql et postgres seulement, à partir d'ici : l'adresse du serveur de bases de données, ou celles d'un serveur et de ses copies, dont une accepte les écritures",
    allowed: 'une adresse IP, un nom de machine ou une liste comme [db1, db2:5433]',
  },
  'database.port': {
    about: 'Le port du serveur de bases de données ; par défaut 3306 (mysql) ou 5432 (postgres)',
    allowed: 'un entier de 1 à 65535',
  },
  'database.name': { about: 'Le nom de la base', allowed: 'un texte de 1 à 64 caractères' },
  'database.user': { about: "L'utilisateur de la base", allowed: 'un texte de 1 à 64 caractères' },
  'database.password': {
    about: "Le mot de passe, d'une de ces trois façons : ici…",
    allowed: 'un texte entre guillemets, "" pour aucun',
  },
  'database.password_env': {
    about: "… dans une variable d'environnement…",
    allowed: "le nom d'une variable définie",
  },
  'database.password_file': {
    about: '… ou seul dans un fichier',
    allowed: "le chemin d'un fichier texte, relatif au présent fichier",
  },
  'database.tls': {
    about: 'Connexion chiffrée : true vérifie le certificat du serveur avec les autorités connues',
    allowed: 'true, false, ou { ca: FICHIER } pour votre propre autorité (PEM)',
  },
  'database.pool_size': {
    about: 'Connexions ouvertes en même temps',
    allowed: 'un entier de 1 à 200',
  },
  tax: { about: "Comment l'impôt est calculé", allowed: 'une section' },
  'tax.method': {
    about: "official est la loi à l'euro près, legacy l'algorithme de l'ancienne application",
    allowed: 'official ou legacy',
  },
  'tax.income_year': {
    about:
      "L'année de revenus utilisée quand aucune n'est demandée ; latest est la dernière de la base, et change avec une importation",
    allowed: 'latest, ou une année de la base comme 2018',
  },
  session: { about: 'Les sessions des utilisateurs', allowed: 'une section' },
  'session.store': {
    about: 'database et redis survivent à un redémarrage et servent plusieurs instances, memory non',
    allowed: 'database, memory ou redis',
  },
  'session.idle_minutes': {
    about: 'Une session prend fin après ce nombre de minutes sans requête',
    allowed: 'un entier de 1 à 44640 (31 jours)',
  },
  'session.absolute_hours': {
    about: "Une session prend fin après ce nombre d'heures, utilisée ou non",
    allowed: 'un entier de 1 à 8760 (un an)',
  },
  redis: {
    about: 'Le serveur Redis qui garde les sessions, avec session.store: redis',
    allowed: 'une section',
  },
  'redis.kind': {
    about: 'Un serveur, celui que désignent des sentinelles, ou un cluster',
    allowed: 'server, sentinel ou cluster',
  },
  'redis.host': {
    about:
      "L'adresse du serveur Redis ; avec sentinel celles des sentinelles, avec cluster celles de quelques nœuds",
    allowed:
      'une adresse IP ou un nom de machine ; avec sentinel ou cluster aussi une liste comme [redis1, redis2:26379]',
  },
  'redis.port': { about: 'Son port', allowed: 'un entier de 1 à 65535' },
  'redis.user': {
    about: "L'utilisateur de Redis (ACL), s'il en a",
    allowed: 'un texte de 1 à 64 caractères, avec un mot de passe',
  },
  'redis.password': {
    about: "Le mot de passe, si Redis en veut un, d'une de ces trois façons : ici…",
    allowed: 'un texte entre guillemets',
  },
  'redis.password_env': {
    about: "… dans une variable d'environnement…",
    allowed: "le nom d'une variable définie",
  },
  'redis.password_file': {
    about: '… ou seul dans un fichier',
    allowed: "le chemin d'un fichier texte, relatif au présent fichier",
  },
  'redis.master_name': {
    about: 'Avec sentinel seulement : le nom que les sentinelles donnent au serveur',
    allowed: 'un texte de 1 à 100 caractères',
  },
  'redis.tls': {
    about: 'Connexion chiffrée : true vérifie le certificat du serveur avec les autorités connues',
    allowed: 'true, false, ou { ca: FICHIER } pour votre propre autorité (PEM)',
  },
  'redis.database': {
    about: 'Le numéro de la base Redis',
    allowed: 'un entier de 0 à 65535 ; 0 avec cluster',
  },
  public: {
    about:
      "Si tout le monde peut calculer sans se connecter : rien n'est gardé ; les simulations, les fichiers et l'API demandent toujours de se connecter",
    allowed: 'true ou false',
  },
  csrf_token: {
    about: "Un jeton à la fin de chaque adresse, pour les clients de l'ancienne application qui l'attendent",
    allowed: 'true ou false',
  },
  users: {
    about:
      'Qui peut se connecter. Sans utilisateurs, chaque démarrage affiche un lien à usage unique et un mot de passe pour admin',
    allowed: 'une liste de { login, password_hash }',
  },
  'users.login': {
    about: "L'identifiant",
    allowed: 'un texte de 1 à 100 caractères, chaque identifiant une seule fois',
  },
  'users.password_hash': {
    about: "L'empreinte qu'affiche « tax-server hash-password », ou celle d'une liste existante",
    allowed: 'une empreinte argon2id ($argon2id$v=19$…) ou passlib ($pbkdf2-sha256$…)',
  },
  api_tokens: {
    about:
      "Qui peut utiliser l'API en plus des utilisateurs : les programmes munis d'un jeton, créé par « tax-server api-token »",
    allowed: 'une liste de { name, token_hash, expires }',
  },
  'api_tokens.name': {
    about: 'Le nom du jeton dans le journal',
    allowed: 'un texte de 1 à 100 caractères, chaque nom une seule fois',
  },
  'api_tokens.token_hash': {
    about: "L'empreinte qu'affiche « tax-server api-token » ; le jeton lui-même n'est gardé nulle part",
    allowed: 'sha256: et 64 chiffres hexadécimaux',
  },
  'api_tokens.expires': {
    about: "Le jeton est refusé à partir de ce jour (UTC) ; sans cette ligne il n'expire jamais",
    allowed: 'une date, AAAA-MM-JJ',
  },
  api_rate_limit: {
    about:
      "Requêtes à l'API que chaque jeton ou utilisateur peut faire en une minute, toutes instances ensemble",
    allowed: 'un entier de 1 à 10000000',
  },
  admin_mail: {
    about: "Le courriel envoyé à l'administrateur quand le serveur échoue",
    allowed: 'null pour aucun, ou une section',
  },
  'admin_mail.smtp_host': {
    about: 'Le serveur de courriel',
    allowed: 'une adresse IP ou un nom de machine',
  },
  'admin_mail.smtp_port': { about: 'Son port', allowed: 'un entier de 1 à 65535' },
  'admin_mail.from': { about: "L'expéditeur", allowed: 'une adresse de courriel comme nom@example.org' },
  'admin_mail.to': { about: 'Le destinataire', allowed: 'une adresse de courriel comme nom@example.org' },
  'admin_mail.subject': { about: "L'objet", allowed: 'une ligne de 1 à 200 caractères' },
  'admin_mail.tls': {
    about: 'Chiffrement par STARTTLS avant tout envoi',
    allowed: 'true ou false',
  },
  'admin_mail.user': {
    about: "L'utilisateur du serveur de courriel, s'il en demande un",
    allowed: 'un texte de 1 à 200 caractères, avec un mot de passe',
  },
  'admin_mail.password': {
    about: "Le mot de passe, d'une de ces trois façons : ici…",
    allowed: 'un texte entre guillemets, avec user',
  },
  'admin_mail.password_env': {
    about: "… dans une variable d'environnement…",
    allowed: "le nom d'une variable définie",
  },
  'admin_mail.password_file': {
    about: '… ou seul dans un fichier',
    allowed: "le chemin d'un fichier texte, relatif au présent fichier",
  },
  log: { about: 'Le journal', allowed: 'une section' },
  'log.file': { about: 'Son fichier', allowed: 'un chemin, relatif au présent fichier' },
  'log.audit_file': {
    about:
      "Le fichier du journal d'audit : authentifications, démarrages et arrêts, imports, un objet JSON par ligne",
    allowed: 'un chemin, relatif au présent fichier, autre que celui du journal',
  },
  'log.level': {
    about: "Ce qui est écrit dans le journal ; un changement s'applique sans redémarrage",
    allowed: 'fatal, error, warn, info, debug ou trace',
  },
  'log.max_size': {
    about: 'Au-delà de cette taille, un nouveau fichier est commencé',
    allowed: 'une taille de 10KB à 10GB, comme 10MB',
  },
  'log.keep': { about: "Nombre d'anciens fichiers gardés", allowed: 'un entier de 1 à 1000' },
  'log.answers': {
    about:
      "Si les réponses y sont écrites avec leur contenu, comme le faisait l'ancienne application : le journal contient alors familles, revenus et impôts",
    allowed: 'true ou false',
  },
  uploads: { about: 'Les fichiers de foyers que déposent les utilisateurs', allowed: 'une section' },
  'uploads.folder': {
    about: 'Où ils sont pendant leur calcul et les deux heures qui le suivent',
    allowed:
      'un dossier du disque local ou, avec shared: true, un dossier partagé ; un chemin relatif au présent fichier',
  },
  'uploads.shared': {
    about:
      "Si plusieurs instances se partagent ce dossier (NFS, SMB) : chacune montre tous les fichiers, et reprend le calcul d'une autre qui s'est arrêtée. Il faut une base de données et des sessions communes",
    allowed: 'true ou false',
  },
  'uploads.max_size': {
    about: "La taille maximale d'un fichier",
    allowed: 'une taille de 10KB à 10GB, comme 512MB',
  },
  language: {
    about: "La langue du journal, et des pages pour les navigateurs qui n'en préfèrent aucune",
    allowed: 'fr ou en',
  },
  sleep_time: {
    about: 'Pause artificielle : une requête sur deux attend ce nombre de secondes',
    allowed: 'un nombre de 0 à 60',
  },
};
