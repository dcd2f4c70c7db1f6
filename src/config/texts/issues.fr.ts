import type { IssueTexts } from './issue-texts.ts';

const syntax: IssueTexts['syntax'] = {
  alias: {
    issue: 'référence (*nom) à rien, ou à trop de valeurs',
    hint: 'Écrivez la valeur elle-même.',
  },
  colon: { issue: 'clé sans valeur', hint: 'Écrivez « clé: valeur », avec un deux-points et une espace.' },
  escape: {
    issue: 'entre guillemets doubles, une barre oblique inverse change la lettre qui la suit',
    hint: "Écrivez le chemin (ou tout texte qui a une barre oblique inverse) entre apostrophes, 'C:\\data\\impots.db', ou un chemin avec des barres obliques, C:/data/impots.db.",
  },
  indentation: {
    issue: "la ligne n'est pas alignée avec ses voisines",
    hint: "Décalez les clés d'une section de deux espaces, toutes pareilles, une clé par ligne.",
  },
  reserved: {
    issue: 'la valeur commence par un caractère réservé de YAML',
    hint: "Mettez la valeur entre apostrophes : 'valeur'.",
  },
  'several-documents': {
    issue: 'un second document (---) commence ici',
    hint: 'Supprimez la ligne « --- ».',
  },
  tag: {
    issue: "étiquette ou directive YAML qui n'est pas utilisée ici",
    hint: 'Supprimez le mot qui commence par « ! » ou « % ».',
  },
  unclosed: {
    issue: "un guillemet ou un crochet est ouvert et n'est pas refermé",
    hint: 'Ajoutez le guillemet ou le crochet qui manque ; une liste se met entre [ et ].',
  },
  other: {
    issue: "ce n'est pas du YAML valide",
    hint: 'Comparez avec un fichier valide, comme config.example.yaml ; mettez les textes qui ont des caractères spéciaux entre apostrophes.',
  },
};

const mistakes: IssueTexts['mistakes'] = {
  quoted: 'Supprimez les guillemets.',
  unquoted: "Mettez la valeur entre guillemets : c'est un texte.",
  'not-a-boolean': 'Écrivez true ou false, sans guillemets.',
};

const reasons: IssueTexts['reasons'] = {
  ENOENT: "il n'existe pas",
  EISDIR: "c'est un dossier",
  EACCES: 'accès refusé',
  EPERM: 'accès refusé',
};

export const issuesInFrench: IssueTexts = {
  syntax,
  mistakes,
  title: (count, file) =>
    `${file === null ? 'La configuration est inutilisable' : `La configuration ${file} est inutilisable`} : ${count} problème${count > 1 ? 's' : ''}`,
  place: (file, line, column) => `${file}, ligne ${line}, colonne ${column}`,
  allowed: 'Permis : ',
  reasons,
  hint: 'Conseil : ',
  exposedPassword: (file) =>
    `Tout utilisateur de cette machine peut lire le mot de passe dans ${file} : exécutez chmod 600, ou utilisez password_file ou password_env.`,
  incomesInLog: (file) =>
    `log.answers: true écrit les familles, revenus et impôts des utilisateurs dans ${file} : protégez ces données personnelles et effacez-les à temps, ou écrivez false.`,
  cutValue: (file, line, key, value) =>
    `${file}, ligne ${line} : ${value === null ? `la valeur de ${key}` : `${key}: ${value}`} finit avant « # » : la suite est un commentaire. Si elle fait partie de la valeur, mettez le tout entre apostrophes.`,
  bothConfigFiles: (used, ignored) =>
    `${used} et ${ignored} sont présents : ${used} est utilisé, ${ignored} n'est pas lu.`,
  issues: {
    fileMissing: () => ({
      issue: "ce fichier n'existe pas",
      hint: "Vérifiez le chemin après --config. « tax-server init » écrit un premier fichier ; sans fichier, les valeurs par défaut s'appliquent.",
    }),
    fileIsFolder: () => ({
      issue: "c'est un dossier, pas un fichier",
      hint: "Indiquez le fichier qui s'y trouve : --config DOSSIER/config.yaml.",
    }),
    fileUnreadable: ({ reason }) => ({
      issue: `ce fichier est illisible (${reasons[reason] ?? reason})`,
      hint: 'Donnez au compte qui exécute le serveur le droit de le lire.',
    }),
    fileTooLarge: ({ maximumKilobytes }) => ({
      issue: `ce fichier dépasse ${maximumKilobytes} Ko`,
      hint: "Ce n'est pas une configuration : vérifiez le chemin.",
    }),
    hiddenExtension: ({ found, expected }) => ({
      issue: `le fichier s'appelle ${found} ; Windows cache la fin de son nom`,
      hint: `Renommez-le en ${expected} : dans l'Explorateur, Affichage > Afficher > Extensions de noms de fichiers, puis supprimez « .txt ».`,
    }),
    utf16: () => ({
      issue: 'ce fichier est enregistré en UTF-16',
      hint: 'Dans le Bloc-notes : Fichier > Enregistrer sous, Encodage UTF-8.',
    }),
    notUtf8: () => ({
      issue: "ce caractère n'est pas de l'UTF-8 : le fichier est enregistré dans un autre encodage (ANSI)",
      hint: 'Dans le Bloc-notes : Fichier > Enregistrer sous, Encodage UTF-8.',
    }),
    tab: () => ({
      issue: 'la ligne est décalée par une tabulation',
      hint: 'Remplacez chaque tabulation par deux espaces.',
    }),
    duplicateKey: () => ({ issue: 'cette clé est déjà plus haut', hint: "Gardez l'une des deux." }),
    syntax: ({ issue }) => syntax[issue],
    notASection: () => ({
      issue: "le fichier n'est pas fait de lignes « clé: valeur »",
      hint: 'Comparez avec config.example.yaml.',
    }),
    sectionExpected: (_, example) => ({
      issue: 'des clés sont attendues en dessous, pas une valeur',
      hint: `Écrivez ${example} seul sur sa ligne, et ses clés en dessous, décalées de deux espaces.`,
    }),
    listExpected: ({ setting, keys: [first, ...others] }) => ({
      issue: 'une liste est attendue, chaque élément derrière un tiret',
      hint: `Sous ${setting}: écrivez chaque élément « - ${first}: … », et ${others.join(', ')} sous ${first}, dans sa colonne.`,
    }),
    unknownKey: ({ nearest }) => ({
      issue: 'clé inconnue',
      hint: nearest === null ? 'Supprimez-la.' : `Vouliez-vous écrire ${nearest} ?`,
    }),
    otherKind: ({ key, kinds }) => ({
      issue: `${key} ne va qu'avec kind: ${kinds.join(' ou ')}`,
      hint: `Supprimez-la, ou écrivez kind: ${kinds[0]}.`,
    }),
    missing: (_, example) => ({ issue: 'cette clé manque', hint: `Ajoutez par exemple ${example}` }),
    empty: (_, example) => ({
      issue: "il n'y a pas de valeur",
      hint: `Écrivez par exemple ${example}, ou supprimez la ligne.`,
    }),
    notAllowed: ({ mistake, suggestion }, example) => ({
      issue: "cette valeur n'est pas permise",
      hint: mistake ? mistakes[mistake] : `Écrivez par exemple ${suggestion ?? example}`,
    }),
    unseenCharacter: ({ character }) => ({
      issue: `la valeur contient le caractère ${character}, invisible et interdit dans une ligne`,
      hint: 'Tapez la valeur au lieu de la coller.',
    }),
    urlWithPath: ({ origin, path }) => ({
      issue: `l'adresse a un chemin, ${path}`,
      hint: `Écrivez public_url: ${origin} ; le chemin va dans mount_alias (ce qu'ajoute le serveur web placé devant) et url_prefix.`,
    }),
    plainPassword: () => ({
      issue: "ce n'est pas l'empreinte d'un mot de passe",
      hint: "Lancez « tax-server hash-password » et copiez la ligne qu'il affiche, entre apostrophes.",
    }),
    passwordKey: () => ({
      issue: 'les mots de passe ne sont pas gardés ici, seulement leurs empreintes',
      hint: "Lancez « tax-server hash-password » et écrivez password_hash: avec la ligne qu'il affiche, entre apostrophes.",
    }),
    plainToken: () => ({
      issue: 'les jetons ne sont pas gardés ici, seulement leurs empreintes',
      hint: "Lancez « tax-server api-token » et copiez les lignes qu'il affiche.",
    }),
    duplicateTokenName: ({ firstLine }) => ({
      issue: `ce nom est déjà à la ligne ${firstLine}`,
      hint: "Donnez à chaque jeton son propre nom : le journal l'utilise.",
    }),
    duplicateLogin: ({ firstLine }) => ({
      issue: `cet identifiant est déjà à la ligne ${firstLine}`,
      hint: 'Donnez à chacun son propre identifiant.',
    }),
    noSecret: (_, example) => ({
      issue: 'le mot de passe manque',
      hint: `Ajoutez l'un de password, password_env et password_file, par exemple ${example}`,
    }),
    severalSecrets: ({ found }) => ({
      issue: `le mot de passe est donné plusieurs fois : ${found.join(', ')}`,
      hint: "Gardez-en l'un.",
    }),
    secretWithoutUser: (_, example) => ({
      issue: "il y a un mot de passe, mais pas d'utilisateur",
      hint: `Ajoutez par exemple ${example}`,
    }),
    variableMissing: () => ({
      issue: "cette variable d'environnement n'est pas définie",
      hint: 'Définissez-la pour le compte (ou le service) qui exécute le serveur, puis relancez le serveur.',
    }),
    otherFileUnreadable: ({ path, reason }) => ({
      issue: `${path} est illisible (${reasons[reason] ?? reason})`,
      hint: 'Vérifiez le chemin (il est relatif à la configuration) et les droits du compte qui exécute le serveur.',
    }),
    sharedWithoutSessions: () => ({
      issue: 'des instances qui partagent des fichiers doivent aussi partager les sessions',
      hint: 'Écrivez shared: false, ou gardez les sessions là où toutes les trouvent : database.kind: postgres ou mysql, et session.store: database ou redis.',
    }),
    folderUnusable: ({ path, reason }) => ({
      issue: `${path} n'est pas un dossier où le serveur peut écrire (${reason})`,
      hint: "Montez le partage et créez le dossier avant le démarrage, et donnez le droit d'y écrire au compte qui exécute le serveur.",
    }),
    otherFileNotUtf8: ({ path }) => ({
      issue: `${path} n'est pas enregistré en UTF-8`,
      hint: 'Dans le Bloc-notes : Fichier > Enregistrer sous, Encodage UTF-8.',
    }),
  },
};
