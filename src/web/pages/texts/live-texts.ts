import { catalogue } from '../../../words/catalogue.ts';

interface LiveTexts {
  /** The outcome in a few words. */
  readonly amount: string;
  readonly nothing: string;
  readonly wrong: string;
  /** Why the result does not follow any more, and what to do. */
  readonly away: string;
  readonly expired: string;
  readonly stopped: string;
}

/** What is said while the result follows what is typed. */
export const liveTexts = catalogue<LiveTexts>({
  fr: {
    amount: 'Impôt : {amount}, soit {monthly} par mois',
    nothing: "Pas d'impôt à payer",
    wrong: 'Une réponse est à revoir',
    away: "Le serveur ne répond pas. Rien de ce que vous avez saisi n'est perdu : le résultat suivra dès que possible.",
    expired:
      "Votre session a pris fin : le résultat ne suit plus. « Calculer » mène à la connexion, puis à ce formulaire tel que vous l'avez rempli.",
    stopped: 'Le résultat ne suit plus ce que vous tapez. Appuyez sur « Calculer ».',
  },
  en: {
    amount: 'Tax: {amount}, that is {monthly} per month',
    nothing: 'No tax to pay',
    wrong: 'An answer needs another look',
    away: 'The server does not answer. Nothing that you have typed is lost: the result will follow as soon as possible.',
    expired:
      'Your session has ended: the result does not follow any more. “Calculate” leads to the sign-in, then to this form as you have filled it in.',
    stopped: 'The result does not follow what you type any more. Press “Calculate”.',
  },
});
