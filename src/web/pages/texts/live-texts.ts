import { catalogue } from '../../../words/catalogue.ts';

interface LiveTexts {
  /** The result in a few words. */
  readonly amount: string;
  readonly nothing: string;
  readonly wrong: string;
  /** Why the result is no longer updated, and what to do. */
  readonly away: string;
  readonly expired: string;
  readonly stopped: string;
}

/** The texts of the result that is updated as one types. */
export const liveTexts = catalogue<LiveTexts>({
  fr: {
    amount: 'Impôt : {amount}, soit {monthly} par mois',
    nothing: "Pas d'impôt à payer",
    wrong: 'Une réponse est à corriger',
    away: "Le serveur ne répond pas. Votre saisie n'est pas perdue : le résultat s'affichera dès que possible.",
    expired:
      "Votre session a expiré : le résultat n'est plus mis à jour. « Calculer » mène à la connexion, puis à ce formulaire tel que vous l'avez rempli.",
    stopped: "Le résultat n'est plus mis à jour. Appuyez sur « Calculer ».",
  },
  en: {
    amount: 'Tax: {amount}, that is {monthly} per month',
    nothing: 'No tax to pay',
    wrong: 'An answer needs correcting',
    away: 'The server does not answer. Nothing you typed is lost: the result will appear as soon as possible.',
    expired:
      'Your session has expired: the result is no longer updated. “Calculate” leads to the sign-in, then back to this form as you filled it in.',
    stopped: 'The result is no longer updated. Press “Calculate”.',
  },
});
