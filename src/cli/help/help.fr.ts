import type { HelpTexts } from './help-texts.ts';

export const french: HelpTexts = {
  title: "tax-server : calcul de l'impôt sur le revenu",
  commands: {
    serve: {
      ways: [['[serve] [options]', 'démarre le serveur']],
      options: [
        ['--config FICHIER', 'configuration (config.yaml à côté du programme par défaut)'],
        ['--host ADRESSE', "adresse d'écoute, à la place de server.host"],
        ['--port N', "port d'écoute, à la place de server.port"],
        ['--open, --no-open', 'ouvre ou non le navigateur (sans option : au double clic)'],
        ['--no-pause', "n'attend jamais une touche après une erreur"],
      ],
    },
    calculate: {
      ways: [
        ['calculate [foyer]', "calcule l'impôt d'un foyer, avec les valeurs de ce serveur"],
        [
          'calculate FICHIER [--output FICHIER]',
          "calcule les lignes d'un CSV ou .xlsx (- : entrée, sortie standard)",
        ],
      ],
      options: [
        ['--year ANNÉE --status single|couple|widowed (ou --married) --single-parent', ''],
        ['--children N --shared-custody-children N', ''],
        ['--salary N --pension N --salary2 N --pension2 N', ''],
        ['--1AK N --7UF N …', 'toute case de la déclaration par son code, cochée : 1'],
        ['--residence 972|Mayotte|…', 'un département ou son nom, pour la réduction outre-mer'],
        ['--method official|legacy', 'à la place de tax.method'],
        ['--withholding', 'avec les taux du prélèvement à la source'],
        ['--json', "un foyer en JSON, à la place d'un tableau"],
        ['--config FICHIER', "d'où viennent les valeurs et la méthode"],
      ],
    },
    init: { ways: [['init [--config FICHIER]', 'écrit un config.yaml commenté']] },
    'check-config': {
      ways: [['check-config [--config FICHIER]', 'vérifie la configuration, sans rien démarrer']],
    },
    'hash-password': { ways: [['hash-password', 'demande un mot de passe et affiche son empreinte']] },
    'api-token': {
      ways: [['api-token [--name NOM]', "crée un jeton pour l'API et affiche les lignes à copier"]],
    },
    'tax-years': {
      ways: [
        ['tax-years list', 'liste les années de revenus de la base'],
        ['tax-years export ANNÉE [--output FICHIER]', "extrait les valeurs d'une année de revenus"],
        ['tax-years import FICHIER [--year ANNÉE]', 'ajoute une année de revenus ou remplace ses valeurs'],
        ['tax-years remove ANNÉE', 'retire une année, ou rétablit ses valeurs livrées'],
      ],
      options: [['--config FICHIER', 'configuration qui nomme la base']],
    },
    backup: {
      ways: [['backup FICHIER [--config FICHIER]', 'sauvegarde la base embarquée, serveur en marche ou non']],
    },
    'apache-config': {
      ways: [['apache-config [options]', "affiche l'hôte virtuel d'Apache httpd qui publie ce serveur"]],
      options: [
        ['--config FICHIER', 'répété : plusieurs instances sous un seul nom'],
        ['--server-name NOM', "le nom de l'hôte, à la place de celui de server.public_url"],
        ['--https [--certificate FICHIER --key FICHIER]', ''],
        ['--laragon DOSSIER', 'pour Laragon, avec son certificat'],
        ['--balancer N', 'N instances, sur les ports à partir de server.port'],
        [
          '--listen [ADRESSE:]PORT, --listen-https [ADRESSE:]PORT',
          'où Apache écoute, à la place de 80 et 443',
        ],
        ['--strip-alias', 'Apache retire server.mount_alias des adresses'],
        ['--app date-time [--port N] [--mount-alias /CHEMIN]', 'pour la page de date-time'],
      ],
    },
    'date-time': {
      ways: [
        [
          'date-time [--port N] [--mount-alias /CHEMIN]',
          "une page avec la date et l'heure, pour essayer un hôte virtuel",
        ],
      ],
    },
    licenses: { ways: [['licenses', 'affiche les licences des logiciels contenus']] },
  },
  files: ['FICHIER.csv|xlsx…', 'calcule chaque fichier dans un nouveau (ou déposez-le)'],
  askForHelp: '[COMMANDE] --help',
};
