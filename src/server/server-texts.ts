import type { Language } from '../model/language.ts';

interface FailureTexts {
  readonly logFile: (file: string, reason: string) => string;
  readonly uploadsFolder: (folder: string, reason: string) => string;
  readonly readOnlyFolder: (folder: string) => string;
  readonly alreadyRunning: (url: string) => string;
  readonly database: (reason: string) => string;
  readonly incomeYear: (reason: string) => string;
}

/** Why a start failed, and what to do. */
export const failureTexts: Readonly<Record<Language, FailureTexts>> = {
  fr: {
    logFile: (file, reason) => `Le fichier journal ${file} ne peut pas être ouvert : ${reason}.
  Donnez au serveur le droit d'écrire dans ce dossier, ou changez log.file dans config.yaml.`,
    uploadsFolder: (folder, reason) => `Le dossier partagé ${folder} ne peut pas être utilisé : ${reason}.
  Montez le partage et donnez au serveur le droit d'y écrire, ou changez uploads.folder dans config.yaml.`,
    readOnlyFolder: (
      folder,
    ) => `Le dossier ${folder} est en lecture seule, ou vous n'avez pas le droit d'y écrire :
  le serveur y garde sa base de données et son journal.
  Copiez le programme dans un dossier à vous, par exemple Documents, et lancez-le de là ;
  ou indiquez d'autres chemins dans un config.yaml à côté de lui : database.file et log.file.`,
    alreadyRunning: (url) => `tax-server fonctionne déjà : ${url}/`,
    database: (reason) => `L'erreur suivante s'est produite : MyException[27, ${reason}]`,
    incomeYear: (reason) => `Configuration : ${reason}.`,
  },
  en: {
    logFile: (file, reason) => `The log file ${file} cannot be opened: ${reason}.
  Allow the server to write to that folder, or change log.file in config.yaml.`,
    uploadsFolder: (folder, reason) => `The shared folder ${folder} cannot be used: ${reason}.
  Mount the share and allow the server to write to it, or change uploads.folder in config.yaml.`,
    readOnlyFolder: (folder) => `The folder ${folder} is read-only, or you have no right to write to it:
  the server keeps its database and its log there.
  Copy the program to a folder of yours, such as Documents, and start it from there;
  or give other paths in a config.yaml beside it: database.file and log.file.`,
    alreadyRunning: (url) => `tax-server is running already: ${url}/`,
    database: (reason) => `L'erreur suivante s'est produite : MyException[27, ${reason}]`,
    incomeYear: (reason) => `Configuration: ${reason}.`,
  },
};

interface BannerTexts {
  readonly configuration: string;
  readonly defaults: string;
  readonly database: string;
  readonly log: string;
  readonly address: string;
  readonly signIn: string;
  readonly users: (logins: readonly string[]) => string;
  readonly nobody: string;
  readonly link: string;
  readonly opening: string;
  readonly password: (login: string, password: string) => string;
  /** A line of its own: a console window is 80 characters wide. */
  readonly passwordLimits: string;
  readonly stop: string;
}

/** What a start prints. */
export const bannerTexts: Readonly<Record<Language, BannerTexts>> = {
  fr: {
    configuration: 'Configuration',
    defaults: 'valeurs par défaut (aucun config.yaml)',
    database: 'Base de données',
    log: 'Journal',
    address: 'Adresse',
    signIn: 'Connexion',
    users: (logins) => `utilisateurs de la configuration (${logins.join(', ')})`,
    nobody: 'personne : ajoutez des utilisateurs (users), ou server.local_access: true',
    link: 'ce lien, une seule fois, depuis cette machine :',
    opening: "votre navigateur s'ouvre, déjà connecté",
    password: (login, password) => `ou utilisateur ${login}, mot de passe ${password}`,
    passwordLimits: "(depuis cette machine, jusqu'à l'arrêt du serveur)",
    stop: 'Ctrl+C arrête le serveur.',
  },
  en: {
    configuration: 'Configuration',
    defaults: 'defaults (no config.yaml)',
    database: 'Database',
    log: 'Log',
    address: 'Address',
    signIn: 'Sign in',
    users: (logins) => `users of the configuration (${logins.join(', ')})`,
    nobody: 'nobody: add users, or set server.local_access: true',
    link: 'by this link, once, from this machine:',
    opening: 'your browser opens, signed in already',
    password: (login, password) => `or as ${login}, password ${password}`,
    passwordLimits: '(from this machine, until the server stops)',
    stop: 'Ctrl+C stops the server.',
  },
};
