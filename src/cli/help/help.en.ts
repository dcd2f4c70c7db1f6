import type { HelpTexts } from './help-texts.ts';

export const english: HelpTexts = {
  title: 'tax-server: French income tax',
  commands: {
    serve: {
      ways: [['[serve] [options]', 'starts the server']],
      options: [
        ['--config FILE', 'configuration (config.yaml beside the program by default)'],
        ['--host ADDRESS', 'address to listen on, instead of server.host'],
        ['--port N', 'port to listen on, instead of server.port'],
        ['--open, --no-open', 'opens the browser, or not (by default: on a double click)'],
        ['--no-pause', 'never waits for a key after an error'],
      ],
    },
    calculate: {
      ways: [
        ['calculate [household]', "computes the tax of a household, with this server's values"],
        [
          'calculate FILE [--output FILE]',
          'computes each line of a CSV or .xlsx (-: standard input or output)',
        ],
      ],
      options: [
        ['--year YEAR --status single|couple|widowed (or --married) --single-parent', ''],
        ['--children N --shared-custody-children N', ''],
        ['--salary N --pension N --salary2 N --pension2 N', ''],
        ['--1AK N --7UF N …', 'any box of the return by its code, a tick as 1'],
        ['--residence 972|Mayotte|…', 'a department or its name, for the overseas reduction'],
        ['--method official|legacy', 'instead of tax.method'],
        ['--withholding', 'with the rates of withholding at source'],
        ['--json', 'a household as JSON, instead of a table'],
        ['--config FILE', 'where the tax values and the method come from'],
      ],
    },
    init: { ways: [['init [--config FILE]', 'writes a commented config.yaml']] },
    'check-config': {
      ways: [['check-config [--config FILE]', 'checks the configuration and starts nothing']],
    },
    'hash-password': { ways: [['hash-password', 'asks for a password and prints its hash']] },
    'api-token': {
      ways: [['api-token [--name NAME]', 'creates a token for the API and prints the lines to copy']],
    },
    'tax-years': {
      ways: [
        ['tax-years list', 'lists the income years of the database'],
        ['tax-years export YEAR [--output FILE]', 'exports the values of an income year'],
        ['tax-years import FILE [--year YEAR]', 'adds an income year or replaces its values'],
        ['tax-years remove YEAR', 'removes a year, or restores its shipped values'],
      ],
      options: [['--config FILE', 'configuration that names the database']],
    },
    backup: {
      ways: [['backup FILE [--config FILE]', 'backs up the embedded database, server running or not']],
    },
    'apache-config': {
      ways: [
        ['apache-config [options]', 'prints the virtual host of Apache httpd that publishes this server'],
      ],
      options: [
        ['--config FILE', 'repeated: several instances under one name'],
        ['--server-name NAME', 'the name of the host, instead of that of server.public_url'],
        ['--https [--certificate FILE --key FILE]', ''],
        ['--laragon FOLDER', 'for Laragon, with its certificate'],
        ['--balancer N', 'N instances, on the ports from server.port on'],
        [
          '--listen [ADDRESS:]PORT, --listen-https [ADDRESS:]PORT',
          'where Apache listens, instead of 80 and 443',
        ],
        ['--strip-alias', 'Apache takes server.mount_alias off the addresses'],
        ['--app date-time [--port N] [--mount-alias /PATH]', 'for the page of date-time'],
      ],
    },
    'date-time': {
      ways: [
        [
          'date-time [--port N] [--mount-alias /PATH]',
          'a page with the date and time, to try a virtual host',
        ],
      ],
    },
    licenses: { ways: [['licenses', 'prints the licences of the software it contains']] },
  },
  files: ['FILE.csv|xlsx…', 'computes each file into a new one (or drop it here)'],
  askForHelp: '[COMMAND] --help',
};
