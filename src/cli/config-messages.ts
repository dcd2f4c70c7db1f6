import type { Language } from '../model/language.ts';

/** The console texts of the commands around the configuration. */
export interface ConfigMessages {
  readonly configValid: (file: string) => string;
  /** The program does not have the configured income year: it must be in the database. */
  readonly yearNotShipped: (year: number, first: number, last: number) => string;
  readonly defaultsValid: (folder: string) => string;
  readonly askPassword: string;
  readonly askPasswordOf: (login: string) => string;
  readonly askPasswordAgain: string;
  readonly passwordsDiffer: string;
  readonly passwordEmpty: string;
  readonly passwordMissing: string;
  readonly passwordTooLong: (maximum: number) => string;
  readonly passwordWithNul: string;
  readonly cancelled: string;
  readonly alreadyThere: (file: string) => string;
  readonly cannotWrite: (file: string, reason: string) => string;
  /** `option` is needed by other commands to find the file; empty when they find it themselves. */
  readonly written: (file: string, option: string, url: string, login: string) => string;
  readonly apiToken: (token: string, lines: string) => string;
  readonly badTokenName: string;
}

const french: ConfigMessages = {
  configValid: (file) => `La configuration ${file} est valide.`,
  yearNotShipped: (year, first, last) =>
    `tax.income_year: ${year} ne fait pas partie des années du programme (${first} à ${last}) : sans ses valeurs, importées par « tax-server tax-years import », le serveur ne démarre pas.`,
  defaultsValid: (folder) => `Pas de config.yaml dans ${folder} : les valeurs par défaut sont utilisées.`,
  askPassword: 'Mot de passe : ',
  askPasswordOf: (login) => `Mot de passe de l'utilisateur ${login} : `,
  askPasswordAgain: 'Le même encore une fois : ',
  passwordsDiffer: "Les deux mots de passe diffèrent : rien n'a été fait.",
  passwordEmpty: "Le mot de passe est vide : rien n'a été fait.",
  passwordMissing:
    "L'entrée ne contient pas de mot de passe : tapez-le dans un terminal, ou donnez-le sur une ligne de l'entrée standard. Rien n'a été fait.",
  passwordTooLong: (maximum) => `Le mot de passe dépasse ${maximum} caractères : rien n'a été fait.`,
  passwordWithNul:
    "Le mot de passe contient un caractère nul (code 0), avec lequel personne ne pourrait se connecter : rien n'a été fait.",
  cancelled: "Abandon : rien n'a été fait.",
  alreadyThere: (file) => `${file} existe déjà et n'a pas été modifié.`,
  cannotWrite: (file, reason) =>
    `${file} ne peut pas être écrit (${reason}). Placez le programme dans un dossier où vous avez le droit d'écrire, ou nommez un autre fichier par --config.`,
  written: (file, option, url, login) => `${file} est écrit.

Ensuite, lancez le serveur :
  tax-server${option}
puis ouvrez ${url} et connectez-vous : utilisateur ${login}, avec ce mot de passe.
Après chaque changement du fichier, vérifiez-le :
  tax-server check-config${option}`,
  apiToken: (token, lines) => `Le jeton, montré cette seule fois ; qui l'a peut utiliser l'API :

${token}

Copiez ces lignes dans config.yaml (l'empreinte suffit au serveur), puis relancez-le :

${lines}`,
  badTokenName: "Le nom d'un jeton est une ligne de 1 à 100 caractères.",
};

const english: ConfigMessages = {
  configValid: (file) => `The configuration ${file} is valid.`,
  yearNotShipped: (year, first, last) =>
    `tax.income_year: ${year} is not among the years of the program (${first} to ${last}): without its values, imported by "tax-server tax-years import", the server does not start.`,
  defaultsValid: (folder) => `There is no config.yaml in ${folder}: the defaults are used.`,
  askPassword: 'Password: ',
  askPasswordOf: (login) => `Password of the user ${login}: `,
  askPasswordAgain: 'The same once more: ',
  passwordsDiffer: 'The two passwords differ: nothing was done.',
  passwordEmpty: 'The password is empty: nothing was done.',
  passwordMissing:
    'There is no password in the input: type it on a terminal, or give it as one line of the standard input. Nothing was done.',
  passwordTooLong: (maximum) => `The password has more than ${maximum} characters: nothing was done.`,
  passwordWithNul:
    'The password has a NUL character (code 0) in it, with which nobody could sign in: nothing was done.',
  cancelled: 'Given up: nothing was done.',
  alreadyThere: (file) => `${file} is already there and was not changed.`,
  cannotWrite: (file, reason) =>
    `${file} cannot be written (${reason}). Put the program into a folder that you may write to, or name another file by --config.`,
  written: (file, option, url, login) => `${file} is written.

Next, start the server:
  tax-server${option}
then open ${url} and sign in as ${login} with this password.
After each change of the file, check it:
  tax-server check-config${option}`,
  apiToken: (token, lines) => `The token, shown this once; whoever has it may use the API:

${token}

Copy these lines into config.yaml (the hash is all that the server needs), then restart it:

${lines}`,
  badTokenName: 'The name of a token is one line of 1 to 100 characters.',
};

export const configMessages: Readonly<Record<Language, ConfigMessages>> = { fr: french, en: english };
