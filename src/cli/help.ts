/** Everything that can be typed, in the reader's language. */
export function help(language: 'fr' | 'en'): string {
  return texts[language];
}

const texts = {
  fr: `tax-server : calcul de l'impôt sur le revenu

  tax-server [serve] [options]    démarre le serveur
      --config FICHIER            configuration (config.yaml à côté du programme par défaut)
      --host ADRESSE              adresse d'écoute, à la place de server.host
      --port N                    port d'écoute, à la place de server.port
      --open, --no-open           ouvre ou non le navigateur (sans option : au double clic)
      --no-pause                  n'attend jamais une touche après une erreur
  tax-server init [--config FICHIER]
                                  écrit un config.yaml commenté
  tax-server check-config [--config FICHIER]
                                  vérifie la configuration, sans rien démarrer
  tax-server hash-password        demande un mot de passe et affiche son empreinte
  tax-server tax-years list | export ANNÉE [--output FICHIER] | import FICHIER [--year ANNÉE]
                                  montre, extrait ou remplace les valeurs d'une année de revenus
  tax-server backup FICHIER       sauvegarde la base embarquée, serveur en marche ou non
  tax-server --help | --version
`,
  en: `tax-server: French income tax

  tax-server [serve] [options]    starts the server
      --config FILE               configuration (config.yaml beside the program by default)
      --host ADDRESS              address to listen on, instead of server.host
      --port N                    port to listen on, instead of server.port
      --open, --no-open           opens the browser, or not (by default: on a double click)
      --no-pause                  never waits for a key after an error
  tax-server init [--config FILE] writes a commented config.yaml
  tax-server check-config [--config FILE]
                                  checks the configuration and starts nothing
  tax-server hash-password        asks for a password and prints its hash
  tax-server tax-years list | export YEAR [--output FILE] | import FILE [--year YEAR]
                                  shows, writes out or replaces the values of an income year
  tax-server backup FILE          backs up the embedded database, server running or not
  tax-server --help | --version
`,
} as const;
