import { catalogue } from '../../../words/catalogue.ts';

interface ApiTexts {
  readonly title: string;
  readonly version: string;
  readonly forPrograms: string;
  readonly onThisPage: string;
  readonly commandsFor: string;
  readonly shells: { readonly sh: string; readonly powershell: string };
  readonly signIn: string;
  readonly byToken: string;
  readonly byPassword: string;
  readonly rateHeaders: string;
  readonly operations: string;
  readonly parameters: string;
  readonly body: string;
  readonly exampleAnswer: string;
  readonly answers: string;
  readonly fields: string;
  readonly boxes: string;
  readonly problems: string;
  readonly aboutProblems: string;
  readonly copy: string;
  readonly copied: string;
}

/** The page that documents the API, without the document itself. */
export const apiTexts = catalogue<ApiTexts>({
  fr: {
    title: 'API pour les programmes',
    version: 'Version {version}',
    forPrograms: 'La même description pour les programmes (OpenAPI 3.1) :',
    onThisPage: 'Sur cette page',
    commandsFor: 'Commandes pour',
    shells: { sh: 'Linux, macOS', powershell: 'Windows (PowerShell)' },
    signIn: "S'identifier",
    byToken:
      'À chaque requête, par un jeton créé par « tax-server api-token » et inscrit sous api_tokens dans config.yaml :',
    byPassword: "ou par le nom et le mot de passe d'un utilisateur :",
    rateHeaders:
      'Les en-têtes RateLimit-Policy et RateLimit de chaque réponse disent combien de requêtes restent.',
    operations: 'Opérations',
    parameters: 'Paramètres',
    body: 'Corps',
    exampleAnswer: 'Exemple de réponse',
    answers: 'Réponses',
    fields: "Champs d'un calcul",
    boxes: 'les cases de la déclaration, expliquées une à une',
    problems: 'Problèmes',
    aboutProblems:
      "Chaque refus est un document de problème (RFC 9457), en anglais : type est l'adresse d'une des entrées ci-dessous, instance l'identifiant de la requête dans le journal. Toutes les erreurs d'un corps sont dans errors.",
    copy: 'Copier',
    copied: 'Copié',
  },
  en: {
    title: 'API for programs',
    version: 'Version {version}',
    forPrograms: 'The same description for programs (OpenAPI 3.1):',
    onThisPage: 'On this page',
    commandsFor: 'Commands for',
    shells: { sh: 'Linux, macOS', powershell: 'Windows (PowerShell)' },
    signIn: 'Sign in',
    byToken:
      'With each request, by a token from “tax-server api-token”, listed under api_tokens in config.yaml:',
    byPassword: 'or by the name and password of a user:',
    rateHeaders: 'The headers RateLimit-Policy and RateLimit of each answer tell how many requests remain.',
    operations: 'Operations',
    parameters: 'Parameters',
    body: 'Body',
    exampleAnswer: 'Example of an answer',
    answers: 'Answers',
    fields: 'Fields of a calculation',
    boxes: 'the boxes of the return, explained one by one',
    problems: 'Problems',
    aboutProblems:
      'Every refusal is a problem document (RFC 9457): its type is the address of one of the entries below, its instance the id of the request in the log. All issues of a body are in errors.',
    copy: 'Copy',
    copied: 'Copied',
  },
});
