/** The contract's French texts (contract §2). `{name}` is replaced by a value. The only place that holds them. */
export const french = {
  noSession: 'pas de session en cours. Commencer par action [init-session]',
  notAuthenticated: 'action [{action}] demandée par utilisateur non authentifié',
  actionNotOffered: "action [{action}] incorrecte dans l'environnement actuel",
  tokenInvalid: 'The CSRF token is invalid.',
  sessionTokenMissing: 'The CSRF session token is missing.',

  sessionStarted: 'session démarrée avec le type de réponse {type}',
  invalidType: 'paramètre [type={type}] invalide',
  sessionEnded: 'session réinitialisée',

  signInFields: 'méthode POST requise avec paramètres postés [user, password]',
  signInSucceeded: 'Authentification réussie',
  signInFailed: "Echec de l'authentification",
  signInPaused: "trop d'échecs d'authentification : réessayez dans {seconds} secondes",
  signInBusy: 'le serveur vérifie déjà trop de mots de passe : réessayez dans {seconds} secondes',
  missingParameter: 'paramètre [{name}] manquant',

  calculationFields: 'méthode POST requise avec les paramètres postés [marié, enfants, salaire]',
  invalidMarried: 'valeur [{value}] invalide pour le paramètre [marié (oui/non)]',
  invalidNumber: 'valeur [{value}] invalide pour le paramètre [{name} (entier>=0)]',
  numberTooLarge: 'valeur [{value}] invalide pour le paramètre [{name} (entier>=0 et <={max})]',
  invalidYear: 'valeur [{value}] invalide pour le paramètre [année (une de : {years})]',

  invalidSituation: 'valeur [{value}] invalide pour le paramètre [{name} (célibataire/marié/veuf)]',
  invalidSingleParent: 'valeur [{value}] invalide pour le paramètre [{name} (oui/non)]',
  singleParentOnlyWhenSingle: 'le paramètre [{name}] ne vaut que pour la situation [célibataire]',
  singleParentNeedsChild: 'le paramètre [{name}] demande au moins un enfant',
  twoDeclarantsOnlyForCouple: 'le paramètre [{name}] ne vaut que pour la situation [marié]',
  tooManyChildren: 'les paramètres [enfants] et [enfants_garde_alternée] dépassent ensemble {max} enfants',
  boxRefused: 'valeur [{value}] invalide pour la case [{name}] : {reason}',
  invalidResidence: 'valeur [{value}] invalide pour le paramètre [{name}] (département ou nom)',
  cannotCalculate: '{reason}',
  withholdingRefused: '{reason}',
  unknownParameter: 'paramètre [{name}] inconnu',

  programsOnly: "cette action n'est possible que pour les sessions json ou xml",
  browsersOnly: "cette action n'est possible que pour les sessions html",
  bodyNotJson: "le corps du POST n'est pas une chaîne jSON valide : {reason}",
  bodyNotList: "le corps du POST n'est pas une liste ou alors cette liste est vide",
  bodyTooDeep: 'le corps du POST est imbriqué sur plus de {max} niveaux',
  bodyNotObjects: 'le corps du POST doit être une liste de dictionnaires',
  listTooLong: 'le corps du POST a {count} éléments : au plus {max} sont acceptés',
  missingKeys: 'le dictionnaire doit inclure les clés [marié, enfants, salaire]',
  entityId: "MyException[1, L'identifiant d'une entité <class 'TaxPayer.TaxPayer'> doit être un entier >=0]",
  entityKey: "MyException[2, la clé [{key}] n'est pas autorisée]",
  entityMarried: "MyException[31, l'attribut marié [{value}] doit avoir l'une des valeurs oui / non]",
  entityInteger: "MyException[{code}, L'attribut {name} [{value}] doit être un entier >=0]",
  entityNumber: "MyException[{code}, L'attribut {name} [{value}] doit être un nombre >=0]",

  nameUnwritable: 'valeur [{value}] invalide pour le paramètre [nom (sans caractère de contrôle)]',
  nameTooLong: 'valeur [{value}] invalide pour le paramètre [nom (au plus {max} caractères)]',
  invalidFormat: 'valeur [{value}] invalide pour le format (csv ou json)',
  sessionFull:
    'une session garde au plus {max} simulations, celles supprimées comprises : enregistrez-les, puis terminez la session [fin-session] pour en commencer une autre',
  simulationUnknown: "la simulation n° [{id}] n'existe pas",

  pageNotFound: "l'adresse demandée n'existe pas",
  linkRefused:
    "ce lien ne sert qu'une fois, depuis la machine du serveur : il a déjà servi, ou le serveur a redémarré depuis. Connectez-vous avec le mot de passe que le serveur a affiché à son démarrage, ou relancez-le : il affichera un nouveau lien",
  linkUsed: "ce lien ne sert qu'une fois : il a déjà servi, ou le serveur a redémarré depuis",
  cookiesNeeded: "pas de cookie de session : le navigateur n'en a gardé aucun",
  methodNotAllowed: "la méthode [{method}] n'est pas acceptée ici : {allowed}",
  crossSite: "requête refusée : elle vient d'un autre site",
  bodyTooLarge: 'le corps de la requête dépasse la limite de {max} octets',
  bodiesBusy: 'le serveur reçoit déjà trop de données : réessayez dans {seconds} secondes',
  requestMalformed: 'requête mal formée : {reason}',
  databaseUnavailable:
    'la base de données est momentanément indisponible : réessayez dans {seconds} secondes',
  redisUnavailable:
    'le serveur Redis, qui garde les sessions, est momentanément indisponible : réessayez dans {seconds} secondes',
  unexpected: 'erreur inattendue du serveur (référence {reference})',
} as const;
