import type { SettingTexts } from '../settings.ts';

export const settingsInEnglish: SettingTexts = {
  server: { about: 'Where the server answers', allowed: 'a section' },
  'server.host': {
    about: 'The address of this machine to answer on; 0.0.0.0 opens the server to the network',
    allowed: 'an IP address or a host name',
  },
  'server.port': { about: 'The TCP port', allowed: 'a whole number from 1 to 65535' },
  'server.url_prefix': {
    about: 'What every address starts with',
    allowed:
      'nothing (""), or a path that starts with "/" and does not end with it: letters, digits, "-", "_", "~" and "." (not "..", not "/static")',
  },
  'server.mount_alias': {
    about: 'The path under which the web server in front publishes this one, e.g. /impots',
    allowed: 'nothing (""), or a path like /impots that follows the rules of url_prefix',
  },
  'server.public_url': {
    about:
      'The address that people use when a web server stands in front, e.g. https://flask-impots-withmysql',
    allowed: 'nothing (""), or http(s)://host[:port] without a path',
  },
  'server.trusted_proxies': {
    about: 'The web servers whose X-Forwarded-* headers are trusted',
    allowed: 'a list of "loopback", IP addresses and networks like 10.1.0.0/16',
  },
  'server.local_access': {
    about:
      'Whether programs on this machine may read the metrics and use the one-time access; false when a tunnel or another relay without headers brings others here',
    allowed: 'true or false',
  },
  'server.frame_ancestors': {
    about: 'The sites that may show these pages in a frame (iframe), if any',
    allowed: 'a list of http(s)://host[:port], with https://*.example.org for all names below example.org',
  },
  database: { about: 'Where tax years, sessions and simulations are kept', allowed: 'a section' },
  'database.kind': { about: 'The kind of database', allowed: 'sqlite, mysql (MariaDB too) or postgres' },
  'database.startup_timeout': {
    about: 'How long the start waits for the database (and for Redis), in seconds',
    allowed: 'a whole number from 0 to 3600',
  },
  'database.file': { about: 'With sqlite only: its file', allowed: 'a path, relative to this file' },
  'database.host': {
    about:
      'With mysql and postgres only, from here on: the address of the database server, or those of a server and its standbys, of which one accepts writes',
    allowed: 'an IP address, a host name, or a list such as [db1, db2:5433]',
  },
  'database.port': {
    about: 'The port of the database server; by default 3306 (mysql) or 5432 (postgres)',
    allowed: 'a whole number from 1 to 65535',
  },
  'database.name': { about: 'The name of the database', allowed: 'a text of 1 to 64 characters' },
  'database.user': { about: 'The user of the database', allowed: 'a text of 1 to 64 characters' },
  'database.password': {
    about: 'The password, in one of three ways: here…',
    allowed: 'a text in quotes, "" for none',
  },
  'database.password_env': {
    about: '… in an environment variable…',
    allowed: 'the name of a variable that is set',
  },
  'database.password_file': {
    about: '… or alone in a file',
    allowed: 'the path of a text file, relative to this file',
  },
  'database.tls': {
    about: 'Encrypted connection: true checks the certificate of the server with the known authorities',
    allowed: 'true, false, or { ca: FILE } for an authority of your own (PEM)',
  },
  'database.pool_size': {
    about: 'Connections open at the same time',
    allowed: 'a whole number from 1 to 200',
  },
  tax: { about: 'How the tax is computed', allowed: 'a section' },
  'tax.method': {
    about: 'official is the law to the euro, legacy the algorithm of the earlier application',
    allowed: 'official or legacy',
  },
  'tax.income_year': {
    about:
      'The income year used when none is asked for; latest is the last one in the database, and changes with an import',
    allowed: 'latest, or a year of the database such as 2018',
  },
  session: { about: 'Sessions of the users', allowed: 'a section' },
  'session.store': {
    about: 'database and redis survive a restart and serve several instances, memory does not',
    allowed: 'database, memory or redis',
  },
  'session.idle_minutes': {
    about: 'A session ends after so many minutes without a request',
    allowed: 'a whole number from 1 to 44640 (31 days)',
  },
  'session.absolute_hours': {
    about: 'A session ends after so many hours, used or not',
    allowed: 'a whole number from 1 to 8760 (a year)',
  },
  redis: {
    about: 'The Redis server that keeps the sessions, with session.store: redis',
    allowed: 'a section',
  },
  'redis.kind': {
    about: 'One server, one that sentinels name, or a cluster',
    allowed: 'server, sentinel or cluster',
  },
  'redis.host': {
    about:
      'The address of the Redis server; with sentinel those of the sentinels, with cluster those of some nodes',
    allowed:
      'an IP address or a host name; with sentinel or cluster also a list such as [redis1, redis2:26379]',
  },
  'redis.port': { about: 'Its port', allowed: 'a whole number from 1 to 65535' },
  'redis.user': {
    about: 'The user of Redis (ACL), if it has users',
    allowed: 'a text of 1 to 64 characters, together with a password',
  },
  'redis.password': {
    about: 'The password, if Redis wants one, in one of three ways: here…',
    allowed: 'a text in quotes',
  },
  'redis.password_env': {
    about: '… in an environment variable…',
    allowed: 'the name of a variable that is set',
  },
  'redis.password_file': {
    about: '… or alone in a file',
    allowed: 'the path of a text file, relative to this file',
  },
  'redis.master_name': {
    about: 'With sentinel only: what the sentinels call the server',
    allowed: 'a text of 1 to 100 characters',
  },
  'redis.tls': {
    about: 'Encrypted connection: true checks the certificate of the server with the known authorities',
    allowed: 'true, false, or { ca: FILE } for an authority of your own (PEM)',
  },
  'redis.database': {
    about: 'The number of the Redis database',
    allowed: 'a whole number from 0 to 65535; 0 with cluster',
  },
  public: {
    about:
      'Whether everybody may calculate without signing in: nothing is kept; simulations, files and the API still need a sign-in',
    allowed: 'true or false',
  },
  csrf_token: {
    about:
      'A token as the last part of every address, for the clients of the earlier application that expect one',
    allowed: 'true or false',
  },
  users: {
    about: 'Who may sign in. Without users, each start prints a one-time link and a password for admin',
    allowed: 'a list of { login, password_hash }',
  },
  'users.login': { about: 'The login', allowed: 'a text of 1 to 100 characters, each login once' },
  'users.password_hash': {
    about: 'The hash that `tax-server hash-password` prints, or one of an existing list',
    allowed: 'an argon2id hash ($argon2id$v=19$…) or a passlib one ($pbkdf2-sha256$…)',
  },
  api_tokens: {
    about: 'Who may use the API besides the users: programs with a token, created by `tax-server api-token`',
    allowed: 'a list of { name, token_hash, expires }',
  },
  'api_tokens.name': {
    about: 'What the log calls the token',
    allowed: 'a text of 1 to 100 characters, each name once',
  },
  'api_tokens.token_hash': {
    about: 'The hash that `tax-server api-token` prints; the token itself is kept nowhere',
    allowed: 'sha256: and 64 hexadecimal digits',
  },
  'api_tokens.expires': {
    about: 'The token is refused from this day on (UTC); without this line it never expires',
    allowed: 'a date, YYYY-MM-DD',
  },
  api_rate_limit: {
    about: 'Requests to the API that each token or user may make in a minute, of all instances together',
    allowed: 'a whole number from 1 to 10000000',
  },
  admin_mail: {
    about: 'The mail sent to the administrator when the server fails',
    allowed: 'null for none, or a section',
  },
  'admin_mail.smtp_host': { about: 'The mail server', allowed: 'an IP address or a host name' },
  'admin_mail.smtp_port': { about: 'Its port', allowed: 'a whole number from 1 to 65535' },
  'admin_mail.from': { about: 'The sender', allowed: 'a mail address like name@example.org' },
  'admin_mail.to': { about: 'The recipient', allowed: 'a mail address like name@example.org' },
  'admin_mail.subject': { about: 'The subject', allowed: 'one line of 1 to 200 characters' },
  'admin_mail.tls': { about: 'Encryption by STARTTLS before anything is sent', allowed: 'true or false' },
  'admin_mail.user': {
    about: 'The user of the mail server, if it wants one',
    allowed: 'a text of 1 to 200 characters, together with a password',
  },
  'admin_mail.password': {
    about: 'The password, in one of three ways: here…',
    allowed: 'a text in quotes, together with user',
  },
  'admin_mail.password_env': {
    about: '… in an environment variable…',
    allowed: 'the name of a variable that is set',
  },
  'admin_mail.password_file': {
    about: '… or alone in a file',
    allowed: 'the path of a text file, relative to this file',
  },
  log: { about: 'The log', allowed: 'a section' },
  'log.file': { about: 'Its file', allowed: 'a path, relative to this file' },
  'log.audit_file': {
    about: 'The file of the audit log: sign-ins, starts and stops, imports, one JSON object a line',
    allowed: 'a path, relative to this file, other than that of the log',
  },
  'log.level': {
    about: 'What is written; a change applies without a restart',
    allowed: 'fatal, error, warn, info, debug or trace',
  },
  'log.max_size': {
    about: 'A new file is begun beyond this size',
    allowed: 'a size from 10KB to 10GB, such as 10MB',
  },
  'log.keep': { about: 'How many former files are kept', allowed: 'a whole number from 1 to 1000' },
  'log.answers': {
    about:
      'Whether answers are written with their content, as the earlier application did: families, incomes and taxes are then in the log',
    allowed: 'true or false',
  },
  uploads: { about: 'The files of households that users send', allowed: 'a section' },
  'uploads.folder': {
    about: 'Where they are during their calculation and for two hours after it',
    allowed: 'a folder of the local disk or, with shared: true, a shared one; a path relative to this file',
  },
  'uploads.shared': {
    about:
      'Whether several instances share this folder (NFS, SMB): each shows all files, and goes on with what one that has stopped was calculating. It needs a database and sessions that they share',
    allowed: 'true or false',
  },
  'uploads.max_size': { about: 'The largest file', allowed: 'a size from 10KB to 10GB, such as 512MB' },
  language: {
    about: 'The language of the log, and of the pages for browsers that prefer neither',
    allowed: 'fr or en',
  },
  sleep_time: {
    about: 'Artificial pause: half of the requests wait so many seconds',
    allowed: 'a number from 0 to 60',
  },
};
