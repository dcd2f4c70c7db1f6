/**
 * What the French pages say around the contract's messages. The wording of the four views is the contract's (§6);
 * `{name}` is replaced by a value.
 */
export const french = {
  title: 'Application impôts',
  heading: 'Calculez votre impôt',
  tagline: 'Impôt sur le revenu du foyer, à partir de sa situation et de son salaire.',
  picture: 'Cerisier en fleurs',
  skipToContent: 'Aller au contenu',
  menu: 'Menu',
  language: 'Langue',
  signedInAs: 'Connecté :',
  disclaimer: "Estimation indicative : seul l'avis d'imposition de l'administration fait foi.",
  apiLink: 'Pour les programmes : API',

  menuCalculation: "Calcul de l'impôt",
  menuSimulations: 'Liste des simulations',
  menuEndSession: 'Fin de session',
  signInAgain: 'Se connecter',

  submit: 'Valider',
  yes: 'Oui',
  no: 'Non',
  euros: 'euros',
  formErrors: 'Les erreurs suivantes se sont produites :',
  unexpectedErrors: 'Les erreurs inattendues suivantes se sont produites :',
  signInNeeded: 'Pour poursuivre, connectez-vous : une nouvelle session commence.',

  signInNotices: {
    expired: 'Votre session a expiré. Connectez-vous pour continuer.',
    expiredWithForm:
      "Votre session a expiré. Connectez-vous : vous retrouverez le formulaire tel que vous l'aviez rempli.",
    needed: 'Connectez-vous pour ouvrir cette page.',
    cookies:
      "Votre navigateur n'a pas renvoyé le cookie de session. Autorisez les cookies de ce site, puis connectez-vous.",
  },
  authenticationInstruction: 'Veuillez vous authentifier',
  user: "Nom d'utilisateur",
  password: 'Mot de passe',
  printedPassword:
    "Ce serveur n'a pas encore d'utilisateurs. Sur cette machine, connectez-vous en tant que « admin », avec le mot de passe affiché dans la fenêtre du serveur.",

  calculationInstruction: 'Remplissez le formulaire ci-dessous puis validez-le',
  married: 'Etes-vous marié(e) ou pacsé(e)?',
  children: "Nombre d'enfants à charge",
  salary: 'Salaire annuel net imposable',
  salaryHelp: "Arrondissez à l'euro inférieur",
  incomeYear: 'Année des revenus',
  incomeYearHelp: "L'impôt est dû l'année suivante",

  result: 'Résultat',
  noResult: "Le montant de l'impôt s'affichera ici.",
  amountDue: "Montant de l'impôt :",
  decote: 'Décôte :',
  reduction: 'Réduction :',
  surcharge: 'Surcôte :',
  rate: "Taux d'imposition :",

  simulationsList: 'Liste de vos simulations',
  simulationsEmpty: 'Votre liste de simulations est vide',
  columnNumber: '#',
  columnMarried: 'Marié',
  columnChildren: "Nombre d'enfants",
  columnSalary: 'Salaire annuel',
  columnAmountDue: 'Montant impôt',
  columnSurcharge: 'Surcôte',
  columnDecote: 'Décôte',
  columnReduction: 'Réduction',
  columnRate: 'Taux',
  columnIncomeYear: 'Année',
  isMarried: 'oui',
  isNotMarried: 'non',
  delete: 'Supprimer',
  deleteOne: 'Supprimer la simulation {id}',
  openOne: 'Ouvrir la simulation {id}',

  ownTitle: '{title} – Application impôts',
  retry: 'Réessayez dans {delay}.',
  serverSays: 'Réponse du serveur :',
  backToStart: "Revenir à l'accueil",
  statuses: {
    noSession: {
      title: 'Pas de session en cours',
      help: "La session est terminée, ou elle n'a pas encore commencé. Revenez à l'accueil pour vous connecter.",
    },
    noCookies: {
      title: 'Cookies nécessaires',
      help: "Votre navigateur n'a pas gardé le cookie de session, sans lequel personne ne peut se connecter. Autorisez les cookies de ce site, puis revenez à l'accueil.",
    },
    400: {
      title: 'Demande incomprise',
      help: "Le serveur n'a pas pu lire cette demande. Revenez à la page précédente et réessayez.",
    },
    403: {
      title: 'Demande refusée',
      help: "Par sécurité, cette demande n'a pas été exécutée : elle n'a rien changé. Repartez de l'accueil.",
    },
    404: {
      title: 'Page introuvable',
      help: "Rien ne se trouve à cette adresse. Vérifiez-la, revenez à la page précédente, ou repartez de l'accueil.",
    },
    405: {
      title: "Cette adresse ne s'ouvre pas ainsi",
      help: "L'adresse existe, mais elle attend l'envoi d'un formulaire ou l'inverse. Repartez de l'accueil.",
    },
    413: {
      title: 'Envoi trop volumineux',
      help: "Le serveur n'accepte pas autant de données en une fois. Revenez à la page précédente et envoyez-en moins.",
    },
    429: {
      title: "Trop d'essais infructueux",
      help: 'Pour protéger les comptes, la connexion est suspendue pendant un moment.',
    },
    500: {
      title: 'Erreur inattendue',
      help: "L'erreur vient du serveur, pas de vous. Réessayez ; si elle revient, donnez sa référence à l'administrateur.",
    },
    503: {
      title: 'Service momentanément indisponible',
      help: 'Ce qui garde les données du service ne répond pas pour le moment. Il reprend de lui-même dès son retour.',
    },
  },
};
