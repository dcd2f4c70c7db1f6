/** Everything that can be typed, in the reader's language. */
export function help(language: 'fr' | 'en'): string {
  return texts[language];
}

/** Where to look after a command line that was not understood. */
export const helpHint = {
  fr: 'tax-server --help montre tout ce qui peut être demandé.',
  en: 'tax-server --help shows all that can be asked.',
} as const;

const texts = {
  fr: `tax-server : calcul de l'impôt sur le revenu

  tax-server [serve] [options]    démarre le serveur
      --config FICHIER            configuration (config.yaml à côté du programme par défaut)
      --host ADRESSE              adresse d'écoute, à la place de server.host
      --port N                    port d'écoute, à la place de server.port
      --open, --no-open           ouvre ou non le navigateur (sans option : au double clic)
      --no-pause                  n'attend jamais une touche après une erreur
  tax-server calculate [foyer]    calcule l'impôt d'un foyer, avec les valeurs de ce serveur
      --year ANNÉE --status single|couple|widowed (ou --married) --single-parent
      --children N --shared-custody-children N
      --salary N --pension N --salary2 N --pension2 N
      --method official|course    à la place de tax.method
      --json                      en JSON, à la place d'un tableau
  tax-server calculate FICHIER [--output FICHIER]
                                  calcule chaque ligne d'un CSV (- : entrée ou sortie standard)
  tax-server init [--config FICHIER]
                                  écrit un config.yaml commenté
  tax-server check-config [--config FICHIER]
                                  vérifie la configuration, sans rien démarrer
  tax-server hash-password        demande un mot de passe et affiche son empreinte
  tax-server api-token [--name NOM]
                                  fait un jeton pour l'API et affiche les lignes à copier
  tax-server tax-years list | export ANNÉE [--output FICHIER] | import FICHIER [--year ANNÉE]
                                  montre, extrait ou remplace les valeurs d'une année de revenus
  tax-server backup FICHIER       sauvegarde la base embarquée, serveur en marche ou non
  tax-server apache-config [options]
                                  affiche l'hôte virtuel d'Apache httpd qui publie ce serveur
      --config FICHIER            répété : plusieurs instances sous un seul nom
      --server-name NOM           le nom de l'hôte, à la place de celui de server.public_url
      --https [--certificate FICHIER --key FICHIER]
      --laragon DOSSIER           pour Laragon, avec son certificat
      --balancer N                N instances, sur les ports à partir de server.port
      --listen [ADRESSE:]PORT, --listen-https [ADRESSE:]PORT
                                  où Apache écoute, à la place de 80 et 443
      --strip-alias               Apache retire server.mount_alias des adresses
      --app date-time [--port N] [--mount-alias /CHEMIN]
                                  pour la page de date-time
  tax-server date-time [--port N] [--mount-alias /CHEMIN]
                                  une page avec la date et l'heure, pour essayer un hôte virtuel
  tax-server licenses             affiche les licences des logiciels contenus
  tax-server --help | --version
`,
  en: `tax-server: French income tax

  tax-server [serve] [options]    starts the server
      --config FILE               configuration (config.yaml beside the program by default)
      --host ADDRESS              address to listen on, instead of server.host
      --port N                    port to listen on, instead of server.port
      --open, --no-open           opens the browser, or not (by default: on a double click)
      --no-pause                  never waits for a key after an error
  tax-server calculate [household]
                                  computes the tax of a household, with this server's values
      --year YEAR --status single|couple|widowed (or --married) --single-parent
      --children N --shared-custody-children N
      --salary N --pension N --salary2 N --pension2 N
      --method official|course    instead of tax.method
      --json                      as JSON, instead of a table
  tax-server calculate FILE [--output FILE]
                                  computes each line of a CSV (-: standard input or output)
  tax-server init [--config FILE] writes a commented config.yaml
  tax-server check-config [--config FILE]
                                  checks the configuration and starts nothing
  tax-server hash-password        asks for a password and prints its hash
  tax-server api-token [--name NAME]
                                  makes a token for the API and prints the lines to copy
  tax-server tax-years list | export YEAR [--output FILE] | import FILE [--year YEAR]
                                  shows, writes out or replaces the values of an income year
  tax-server backup FILE          backs up the embedded database, server running or not
  tax-server apache-config [options]
                                  prints the virtual host of Apache httpd that publishes this server
      --config FILE               repeated: several instances under one name
      --server-name NAME          the name of the host, instead of that of server.public_url
      --https [--certificate FILE --key FILE]
      --laragon FOLDER            for Laragon, with its certificate
      --balancer N                N instances, on the ports from server.port on
      --listen [ADDRESS:]PORT, --listen-https [ADDRESS:]PORT
                                  where Apache listens, instead of 80 and 443
      --strip-alias               Apache takes server.mount_alias off the addresses
      --app date-time [--port N] [--mount-alias /PATH]
                                  for the page of date-time
  tax-server date-time [--port N] [--mount-alias /PATH]
                                  a page with the date and time, to try a virtual host
  tax-server licenses             prints the licences of the software inside
  tax-server --help | --version
`,
} as const;
