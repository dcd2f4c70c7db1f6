/**
 * What the French pages say around their messages. `{name}` is replaced by a value.
 */
export const french = {
  application: 'Application impôts',
  heading: 'Calculez votre impôt',
  tagline: 'Impôt sur le revenu du foyer, à partir de sa situation et de ses revenus.',
  picture: 'Cerisier en fleurs',
  skipToContent: 'Aller au contenu',
  menu: 'Menu',
  language: 'Langue',
  signedInAs: 'Connecté :',
  disclaimer: "Estimation indicative : seul l'avis d'imposition de l'administration fait foi.",
  apiLink: 'Pour les programmes : API',

  menuCalculation: 'Calcul',
  menuSimulations: 'Simulations',
  menuFiles: 'Plusieurs foyers',
  menuWithholding: 'Prélèvement',
  menuYears: 'Valeurs',
  menuEndSession: 'Se déconnecter',
  signIn: 'Se connecter',

  submit: 'Calculer',
  yes: 'Oui',
  no: 'Non',
  formErrors: 'Les erreurs suivantes se sont produites :',
  unexpectedErrors: 'Les erreurs inattendues suivantes se sont produites :',
  signInNeeded: 'Connectez-vous pour continuer : une nouvelle session commence.',

  signInNotices: {
    expired: 'Votre session a expiré. Connectez-vous pour continuer.',
    expiredWithForm:
      "Votre session a expiré. Connectez-vous : vous retrouverez le formulaire tel que vous l'aviez rempli.",
    needed: 'Connectez-vous pour ouvrir cette page.',
    link: 'Ce lien ouvre un calcul. Connectez-vous pour le voir : son contenu est gardé.',
    cookies:
      "Votre navigateur n'a pas renvoyé le cookie de session. Autorisez les cookies de ce site, puis connectez-vous.",
  },
  user: "Nom d'utilisateur",
  password: 'Mot de passe',
  printedPassword:
    "Ce serveur n'a pas encore d'utilisateurs. Sur cette machine, connectez-vous en tant que « admin », avec le mot de passe affiché dans la fenêtre du serveur.",

  calculationTitle: "Calcul de l'impôt",
  married: 'Êtes-vous marié(e) ou pacsé(e) ?',
  children: "Nombre d'enfants à charge",
  incomeYear: 'Année des revenus',
  incomeYearHelp: "L'impôt est dû l'année suivante",

  result: 'Résultat',
  noResult: "Le montant de l'impôt s'affichera ici.",

  simulationsList: 'Liste de vos simulations',
  simulationsEmpty: 'Votre liste de simulations est vide',
  columnMarried: 'Marié',
  delete: 'Supprimer',
  deleteOne: 'Supprimer la simulation {id}',
  openOne: 'Ouvrir la simulation {id}',

  pageTitle: '{title} – {application}',
  errorTitle: 'Erreur : {title}',
  resultTitle: 'Résultat du calcul',
  errorsTitle: 'Action impossible',
  formKept: "Rien de ce que vous avez saisi n'est perdu.",
  passwordAgain: 'Retapez le mot de passe ; le reste est gardé.',
  sendAgain: 'Renvoyer le formulaire',
  backToStart: "Revenir à l'accueil",
  statuses: {
    noSession: 'Pas de session en cours',
    noCookies: 'Cookies nécessaires',
    400: 'Demande incomprise',
    403: 'Demande refusée',
    404: 'Page introuvable',
    405: 'Demande non permise à cette adresse',
    413: 'Envoi trop volumineux',
    429: "Trop d'essais infructueux",
    tooMany: 'Trop de demandes',
    500: 'Erreur inattendue',
    503: 'Service momentanément indisponible',
  },
};
