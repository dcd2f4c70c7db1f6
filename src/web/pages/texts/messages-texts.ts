import { catalogue } from '../../../words/catalogue.ts';
import type { MessageId } from '../../messages/message.ts';

/**
 * What a person reads for each message, in place of the contract's words for JSON and XML: what happened, and what to do.
 * Beside the message's own values there are `{delay}` (its seconds), `{size}` (its bytes) and `{max}`, as people write them.
 */
export const messageTexts = catalogue<Readonly<Record<MessageId, string>>>({
  fr: {
    noSession: "Votre session est terminée ou n'a pas commencé. Connectez-vous pour continuer.",
    notAuthenticated: 'Connectez-vous pour continuer.',
    actionNotOffered: "Cette action n'est pas possible depuis cette page. Repartez du menu.",
    tokenInvalid: "Cette page date d'une session précédente : rien n'a été changé. Repartez de l'accueil.",
    sessionTokenMissing:
      "Cette page date d'une session précédente : rien n'a été changé. Repartez de l'accueil.",

    sessionStarted: 'La session est ouverte.',
    invalidType: "Cette adresse n'ouvre pas de session. Repartez de l'accueil.",
    sessionEnded: 'La session est terminée.',

    signInFields: "Indiquez le nom d'utilisateur et le mot de passe.",
    signInSucceeded: 'Vous êtes connecté.',
    signInFailed: "Échec de la connexion : le nom d'utilisateur ou le mot de passe est faux.",
    signInPaused:
      "Pour protéger les comptes, la connexion est suspendue après trop d'échecs. Réessayez dans {delay}.",
    tooManyCalculations: 'Votre adresse a demandé trop de calculs en une minute. Réessayez dans {delay}.',
    signInBusy: 'Trop de personnes se connectent en même temps. Réessayez dans {delay}.',
    missingParameter: 'Il manque une réponse.',

    calculationFields: 'Répondez à toutes les questions du formulaire.',
    invalidMarried: 'Répondez par oui ou par non, au lieu de « {value} ».',
    invalidNumber: 'Indiquez un nombre entier de 0 à {max}, sans signe ni virgule, au lieu de « {value} ».',
    numberTooLarge: '« {value} » est trop grand : {max} au plus.',
    invalidYear: "Il n'y a pas de barème pour cette année.",

    invalidSituation: 'Choisissez une des situations proposées.',
    invalidSingleParent: 'Répondez par oui ou par non, au lieu de « {value} ».',
    singleParentOnlyWhenSingle:
      'La case T est réservée aux personnes célibataires, divorcées ou séparées : décochez-la, ou changez de situation. Un veuf ou une veuve avec enfants a déjà une part de plus.',
    singleParentNeedsChild: 'Un parent isolé a au moins un enfant : indiquez-le, ou décochez la case T.',
    twoDeclarantsOnlyForCouple:
      'Seul un couple marié ou pacsé a un déclarant 2 : effacez ses revenus, ou changez de situation.',
    tooManyChildren: '{max} enfants au plus, garde alternée comprise.',
    boxRefused: '« {value} » ne convient pas à la case {name}, qui {reason}.',
    invalidResidence: "« {value} » n'est ni un département ni un nom connu.",
    cannotCalculate: '{reason}',
    withholdingRefused: '{reason}',
    variationUnknown:
      "Ce changement ne s'applique pas à ce foyer. Revenez au calcul et choisissez-en un autre.",
    linkEmpty: 'Ce lien ne contient aucun calcul. Remplissez le formulaire.',
    linkYearUnknown:
      'Ce lien porte sur les revenus de « {value} », une année que ce serveur ne connaît pas. Choisissez une autre année, puis calculez : le montant peut être différent.',
    linkCutOff: "La fin de ce lien manque, dont l'année des revenus. Vérifiez le formulaire, puis calculez.",
    linkBoxUnknown:
      "Ce lien remplit la case {box}, que ce serveur ne connaît pas : il vient peut-être d'une version plus récente. Le reste est dans le formulaire. Sans cette case, le montant peut être différent.",
    unknownParameter:
      "Le formulaire contient un champ inconnu. Revenez au calcul de l'impôt et remplissez-le de nouveau.",

    programsOnly: 'Cette adresse est réservée aux programmes. Repartez du menu.',
    browsersOnly: 'Cette adresse est réservée aux navigateurs.',
    bodyNotJson: "L'envoi n'est pas du JSON.",
    bodyNotList: "L'envoi n'est pas une liste, ou elle est vide.",
    bodyTooDeep: "L'envoi est imbriqué sur plus de {max} niveaux.",
    bodyNotObjects: "L'envoi n'est pas une liste de foyers.",
    listTooLong: 'Au plus {max} foyers en un envoi : celui-ci en a {count}.',
    missingKeys: "Il manque la situation, les enfants ou le salaire d'un foyer.",
    entityId: "Le numéro d'un foyer est un nombre entier, 0 ou plus.",
    entityKey: '« {key} » est inconnu.',
    entityMarried: 'Répondez par oui ou par non, au lieu de « {value} ».',
    entityInteger: "« {value} » n'est pas un nombre entier, 0 ou plus.",
    entityNumber: "« {value} » n'est pas un nombre, 0 ou plus.",

    nameUnwritable: 'Ce nom contient des caractères invisibles : retapez-le.',
    nameTooLong: 'Ce nom est trop long : {max} caractères au plus.',
    invalidFormat: "L'exportation se fait en CSV ou en JSON : choisissez l'un des deux sous la liste.",
    sessionFull:
      'Une session garde {max} simulations au plus, y compris celles que vous avez supprimées. Exportez-les sous la liste, puis terminez la session pour en commencer une autre.',
    simulationUnknown:
      "La simulation {id} n'existe pas ou a été supprimée. Revenez à la liste des simulations.",

    pageNotFound:
      "Il n'y a rien à cette adresse. Vérifiez-la, revenez à la page précédente ou repartez de l'accueil.",
    linkRefused:
      "Ce lien ne sert qu'une fois, sur la machine du serveur : il a déjà servi, ou le serveur a redémarré depuis. Connectez-vous avec le mot de passe que le serveur a affiché à son démarrage, ou relancez-le pour obtenir un nouveau lien.",
    linkUsed: "Ce lien ne sert qu'une fois : il a déjà servi, ou le serveur a redémarré depuis.",
    cookiesNeeded:
      "Votre navigateur n'a pas gardé le cookie de session, nécessaire pour se connecter. Autorisez les cookies de ce site, puis revenez à l'accueil.",
    methodNotAllowed: "Cette adresse n'accepte pas ce type de demande. Repartez de l'accueil.",
    crossSite:
      "Cette demande vient d'un autre site : par sécurité, elle a été refusée et n'a rien changé. Repartez de l'accueil.",
    bodyTooLarge:
      "Le serveur n'accepte pas plus de {size} ici. Revenez à la page précédente et envoyez-en moins.",
    bodiesBusy: 'Le serveur reçoit trop de données en ce moment. Réessayez dans {delay}.',
    requestMalformed: "Le serveur n'a pas pu lire cette demande. Revenez à la page précédente et réessayez.",
    databaseUnavailable:
      'La base de données ne répond pas pour le moment. Le service reprendra de lui-même. Réessayez dans {delay}.',
    redisUnavailable:
      'Le serveur Redis, qui garde les sessions, ne répond pas pour le moment. Le service reprendra de lui-même. Réessayez dans {delay}.',
    sharedFolderUnavailable:
      'Le dossier des fichiers ne répond pas pour le moment. Vos fichiers reviendront avec lui. Réessayez dans {delay}.',
    unexpected:
      "L'erreur vient du serveur, pas de vous. Réessayez ; si elle se reproduit, donnez la référence {reference} à l'administrateur.",
  },
  en: {
    noSession: 'Your session has ended, or none has started yet. Sign in to go on.',
    notAuthenticated: 'Sign in to go on.',
    actionNotOffered: 'This cannot be done from this page. Start again from the menu.',
    tokenInvalid: 'This page belongs to an earlier session: nothing was changed. Go back to the start.',
    sessionTokenMissing:
      'This page belongs to an earlier session: nothing was changed. Go back to the start.',

    sessionStarted: 'The session is open.',
    invalidType: 'This address opens no session. Go back to the start.',
    sessionEnded: 'The session has ended.',

    signInFields: 'Enter the user name and the password.',
    signInSucceeded: 'You are signed in.',
    signInFailed: 'The user name or the password is wrong.',
    signInPaused:
      'To protect the accounts, signing in is suspended after too many failures. Try again in {delay}.',
    tooManyCalculations:
      'Your address has asked for too many calculations in a minute. Try again in {delay}.',
    signInBusy: 'Too many people are signing in at the same time. Try again in {delay}.',
    missingParameter: 'An answer is missing.',

    calculationFields: 'Please answer every question of the form.',
    invalidMarried: 'Answer yes or no instead of “{value}”.',
    invalidNumber: 'Enter a whole number from 0 to {max}, without sign or point, instead of “{value}”.',
    numberTooLarge: '“{value}” is too large: {max} at most.',
    invalidYear: 'There is no scale for this year.',

    invalidSituation: 'Please choose one of the situations.',
    invalidSingleParent: 'Answer yes or no instead of “{value}”.',
    singleParentOnlyWhenSingle:
      'Box T is for people who are single, divorced or separated: untick it, or change the situation. A widowed person with children already has one more share.',
    singleParentNeedsChild: 'A single parent has at least one child: enter it, or untick box T.',
    twoDeclarantsOnlyForCouple:
      "Only a couple, married or in a PACS, has a second person: clear that person's income, or change the situation.",
    tooManyChildren: 'At most {max} children, including those in shared custody.',
    boxRefused: '“{value}” does not fit box {name}: {reason}.',
    invalidResidence: '“{value}” is neither a department nor a known name.',
    cannotCalculate: '{reason}',
    withholdingRefused: '{reason}',
    variationUnknown:
      'This change does not apply to this household. Go back to the calculation and choose another.',
    linkEmpty: 'This link holds no calculation. Fill in the form.',
    linkYearUnknown:
      'This link is for the income of “{value}”, a year that this server does not know. Choose another year, then calculate: the amount may differ.',
    linkCutOff: 'The end of this link is missing, with the income year. Check the form, then calculate.',
    linkBoxUnknown:
      'This link fills in box {box}, which this server does not know: it may come from a later version. The rest is in the form. Without that box, the amount may differ.',
    unknownParameter: 'The form has an unknown field. Go back to the tax calculation and fill it in again.',

    programsOnly: 'This address is for programs. Start again from the menu.',
    browsersOnly: 'This address is for browsers.',
    bodyNotJson: 'What was sent is not JSON.',
    bodyNotList: 'What was sent is not a list, or the list is empty.',
    bodyTooDeep: 'What was sent is nested more than {max} levels deep.',
    bodyNotObjects: 'What was sent is not a list of households.',
    listTooLong: 'What was sent has {count} households: {max} at most.',
    missingKeys: 'The situation, the children or the salary of a household is missing.',
    entityId: 'The number of a household is a whole number, 0 or more.',
    entityKey: '“{key}” is unknown.',
    entityMarried: 'Answer yes or no instead of “{value}”.',
    entityInteger: '“{value}” is not a whole number, 0 or more.',
    entityNumber: '“{value}” is not a number, 0 or more.',

    nameUnwritable: 'This name has invisible characters: type it again.',
    nameTooLong: 'This name is too long: {max} characters at most.',
    invalidFormat: 'Simulations are exported as CSV or JSON: choose one of them below the list.',
    sessionFull:
      'A session keeps at most {max} simulations, deleted ones included. Export them below the list, then end the session to start another one.',
    simulationUnknown:
      'Simulation {id} does not exist or has been deleted. Go back to the list of simulations.',

    pageNotFound:
      'There is nothing at this address. Check it, or go back to the previous page or to the start.',
    linkRefused:
      "This link works only once, on the server's machine: it has been used, or the server has restarted since. Sign in with the password that the server printed when it started, or restart it to get a new link.",
    linkUsed: 'This link works only once: it has been used, or the server has restarted since.',
    cookiesNeeded:
      'Your browser has not kept the session cookie, which is needed to sign in. Allow cookies for this site, then go back to the start.',
    methodNotAllowed: 'This address does not accept this kind of request. Go back to the start.',
    crossSite:
      'This request comes from another site: for security it was refused, and nothing was changed. Go back to the start.',
    bodyTooLarge: 'The server accepts no more than {size} here. Go back to the previous page and send less.',
    bodiesBusy: 'The server is receiving too much data at the moment. Try again in {delay}.',
    requestMalformed: 'The server could not read this request. Go back to the previous page and try again.',
    databaseUnavailable:
      'The database does not answer at the moment. The service will resume by itself. Try again in {delay}.',
    redisUnavailable:
      'Redis, which keeps the sessions, does not answer at the moment. The service will resume by itself. Try again in {delay}.',
    sharedFolderUnavailable:
      'The folder with the files does not answer at the moment. Your files will be back with it. Try again in {delay}.',
    unexpected:
      'The error comes from the server, not from you. Try again; if it happens again, give the administrator the reference {reference}.',
  },
});
