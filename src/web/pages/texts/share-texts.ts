import { catalogue } from '../../../words/catalogue.ts';

/** How a calculation is passed on, and what is said of one that was. */
export const shareTexts = catalogue({
  fr: {
    title: 'Partager ou imprimer',
    link: 'Lien vers ce calcul',
    help: "Ce lien contient tout ce que vous avez saisi : ne l'envoyez qu'à des personnes de confiance. Le serveur n'en garde rien. Une personne qui a accès à ce serveur y trouve le formulaire rempli et calculé.",
    copy: 'Copier le lien',
    copied: 'Lien copié.',
    notCopied: "Le navigateur ne l'a pas permis : copiez le lien depuis le champ.",
    mail: 'Envoyer par courriel',
    subject: "Calcul de l'impôt : {household}",
    body: 'Le calcul et ses étapes : {url}',
    print: 'Imprimer ou enregistrer en PDF',
    printHelp: 'Le montant, les étapes et leurs sources, avec la date.',
    printed: 'Calcul du {date}, sur {host}',
    openedByStranger: 'Ce calcul est ouvert depuis un lien.',
    opened:
      "Ce calcul est ouvert depuis un lien : il n'est pas dans vos simulations. « {button} » l'y ajoute.",
    openedFaulty: "Ce formulaire vient d'un lien, qui n'a pas pu être calculé.",
    leftOut: "Le lien contient aussi « {names} », qui n'est pas un champ du formulaire et ne compte pas.",
  },
  en: {
    title: 'Share or print',
    link: 'Link to this calculation',
    help: 'This link contains everything you typed: send it only to people you trust. The server keeps nothing of it. Anyone who has access to this server finds the form filled in and calculated.',
    copy: 'Copy the link',
    copied: 'Link copied.',
    notCopied: 'The browser did not allow it: copy the link from the field.',
    mail: 'Send by email',
    subject: 'Tax calculation: {household}',
    body: 'The calculation and its steps: {url}',
    print: 'Print or save as PDF',
    printHelp: 'The amount, the steps and their sources, with the date.',
    printed: 'Calculated on {date}, at {host}',
    openedByStranger: 'This calculation is opened from a link.',
    opened: 'This calculation is opened from a link: it is not among your simulations. “{button}” adds it.',
    openedFaulty: 'This form comes from a link that could not be calculated.',
    leftOut: 'The link also contains “{names}”, which is not a field of the form and does not count.',
  },
});
