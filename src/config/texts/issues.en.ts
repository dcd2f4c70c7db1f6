import type { IssueTexts } from './issue-texts.ts';

const syntax: IssueTexts['syntax'] = {
  alias: { issue: 'reference (*name) to nothing, or to too much', hint: 'Write the value itself.' },
  colon: { issue: 'key without a value', hint: 'Write "key: value", with a colon and a space.' },
  escape: {
    issue: 'between double quotes, a backslash changes the letter that follows it',
    hint: "Write the path (or any text with a backslash) between single quotes, 'C:\\data\\taxes.db', or a path with slashes, C:/data/taxes.db.",
  },
  indentation: {
    issue: 'the line is not indented like its neighbours',
    hint: 'Indent the keys of a section by two spaces, all alike, and write one key a line.',
  },
  reserved: {
    issue: 'the value starts with a character that YAML keeps for itself',
    hint: "Put the value between single quotes: 'value'.",
  },
  'several-documents': { issue: 'a second document (---) begins here', hint: 'Remove the line "---".' },
  tag: {
    issue: 'YAML tag or directive that is not used here',
    hint: 'Remove the word that starts with "!" or "%".',
  },
  unclosed: {
    issue: 'a quote or bracket is opened and not closed',
    hint: 'Add the missing quote or bracket; a list stands between [ and ].',
  },
  other: {
    issue: 'this is not valid YAML',
    hint: 'Compare with a file that is valid, such as config.example.yaml; put texts with special characters between single quotes.',
  },
};

const mistakes: IssueTexts['mistakes'] = {
  quoted: 'Remove the quotes.',
  unquoted: 'Put the value in quotes: it is a text.',
  'not-a-boolean': 'Write true or false, without quotes.',
};

const reasons: IssueTexts['reasons'] = {
  ENOENT: 'it does not exist',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
};

export const issuesInEnglish: IssueTexts = {
  syntax,
  mistakes,
  title: (count, file) =>
    `${file === null ? 'The configuration cannot be used' : `The configuration ${file} cannot be used`}: ${count} problem${count > 1 ? 's' : ''}`,
  place: (file, line, column) => `${file}, line ${line}, column ${column}`,
  allowed: 'Allowed: ',
  reasons,
  hint: 'Hint: ',
  exposedPassword: (file) =>
    `Every user of this machine can read the password in ${file}: run chmod 600 on it, or use password_file or password_env.`,
  incomesInLog: (file) =>
    `log.answers: true writes families, incomes and taxes of the users into ${file}: protect these personal data and delete them in time, or set false.`,
  cutValue: (file, line, key, value) =>
    `${file}, line ${line}: ${value === null ? `the value of ${key}` : `${key}: ${value}`} ends before " #": what follows is a comment. If it belongs to the value, put the whole between single quotes.`,
  bothConfigFiles: (used, ignored) =>
    `Both ${used} and ${ignored} are there: ${used} is used, ${ignored} is not read.`,
  issues: {
    fileMissing: () => ({
      issue: 'this file does not exist',
      hint: 'Check the path after --config. `tax-server init` writes a first file; without a file the defaults apply.',
    }),
    fileIsFolder: () => ({
      issue: 'this is a folder, not a file',
      hint: 'Give the file inside it: --config FOLDER/config.yaml.',
    }),
    fileUnreadable: ({ reason }) => ({
      issue: `this file cannot be read (${reasons[reason] ?? reason})`,
      hint: 'Give the account that runs the server the right to read it.',
    }),
    fileTooLarge: ({ maximumKilobytes }) => ({
      issue: `this file is larger than ${maximumKilobytes} KB`,
      hint: 'This is not a configuration: check the path.',
    }),
    hiddenExtension: ({ found, expected }) => ({
      issue: `the file is named ${found}; Windows hides the end of its name`,
      hint: `Rename it to ${expected}: in Explorer, View > Show > File name extensions, then remove ".txt".`,
    }),
    utf16: () => ({
      issue: 'this file is saved in UTF-16',
      hint: 'In Notepad: File > Save as, Encoding UTF-8.',
    }),
    notUtf8: () => ({
      issue: 'this character is not UTF-8: the file is saved in another encoding (ANSI)',
      hint: 'In Notepad: File > Save as, Encoding UTF-8.',
    }),
    tab: () => ({ issue: 'the line is indented with a tab', hint: 'Replace each tab by two spaces.' }),
    duplicateKey: () => ({ issue: 'this key is already above', hint: 'Keep one of the two.' }),
    syntax: ({ issue }) => syntax[issue],
    notASection: () => ({
      issue: 'the file does not consist of "key: value" lines',
      hint: 'Compare with config.example.yaml.',
    }),
    sectionExpected: (_, example) => ({
      issue: 'keys are expected below, not a value',
      hint: `Write ${example} alone on its line, and its keys below, indented by two spaces.`,
    }),
    listExpected: ({ setting, keys: [first, ...others] }) => ({
      issue: 'a list is expected, each item behind a dash',
      hint: `Below ${setting}: write each item as "- ${first}: …", and ${others.join(', ')} below ${first}, in its column.`,
    }),
    unknownKey: ({ nearest }) => ({
      issue: 'unknown key',
      hint: nearest === null ? 'Remove it.' : `Did you mean ${nearest}?`,
    }),
    otherKind: ({ key, kinds }) => ({
      issue: `${key} goes with kind: ${kinds.join(' or ')} only`,
      hint: `Remove it, or set kind: ${kinds[0]}.`,
    }),
    missing: (_, example) => ({ issue: 'this key is missing', hint: `Add for example ${example}` }),
    empty: (_, example) => ({
      issue: 'there is no value',
      hint: `Write for example ${example}, or remove the line.`,
    }),
    notAllowed: ({ mistake, suggestion }, example) => ({
      issue: 'this value is not allowed',
      hint: mistake ? mistakes[mistake] : `Write for example ${suggestion ?? example}`,
    }),
    unseenCharacter: ({ character }) => ({
      issue: `the value has the character ${character}, which is invisible and not allowed in a line`,
      hint: 'Type the value instead of pasting it.',
    }),
    urlWithPath: ({ origin, path }) => ({
      issue: `the address has a path, ${path}`,
      hint: `Write public_url: ${origin}; the path belongs in mount_alias (what the web server in front adds) and url_prefix.`,
    }),
    plainPassword: () => ({
      issue: 'this is not the hash of a password',
      hint: 'Run `tax-server hash-password` and copy the line that it prints, between single quotes.',
    }),
    passwordKey: () => ({
      issue: 'passwords are not kept here, only their hashes',
      hint: 'Run `tax-server hash-password` and write password_hash: with the line that it prints, between single quotes.',
    }),
    plainToken: () => ({
      issue: 'tokens are not kept here, only their hashes',
      hint: 'Run `tax-server api-token` and copy the lines that it prints.',
    }),
    duplicateTokenName: ({ firstLine }) => ({
      issue: `this name is already on line ${firstLine}`,
      hint: 'Give each token its own name: the log uses it.',
    }),
    duplicateLogin: ({ firstLine }) => ({
      issue: `this login is already on line ${firstLine}`,
      hint: 'Give each user a login of their own.',
    }),
    noSecret: (_, example) => ({
      issue: 'the password is missing',
      hint: `Add one of password, password_env and password_file, for example ${example}`,
    }),
    severalSecrets: ({ found }) => ({
      issue: `the password is given several times: ${found.join(', ')}`,
      hint: 'Keep one of them.',
    }),
    secretWithoutUser: (_, example) => ({
      issue: 'there is a password, but no user',
      hint: `Add for example ${example}`,
    }),
    variableMissing: () => ({
      issue: 'this environment variable is not set',
      hint: 'Set it for the account (or service) that runs the server, then start the server again.',
    }),
    otherFileUnreadable: ({ path, reason }) => ({
      issue: `${path} cannot be read (${reasons[reason] ?? reason})`,
      hint: 'Check the path (it is relative to the configuration) and the rights of the account that runs the server.',
    }),
    sharedWithoutSessions: () => ({
      issue: 'instances that share files must also share their sessions',
      hint: 'Write shared: false, or keep the sessions where all instances find them: database.kind: postgres or mysql, and session.store: database or redis.',
    }),
    folderUnusable: ({ path, reason }) => ({
      issue: `${path} is not a folder that the server may write into (${reason})`,
      hint: 'Mount the share and make the folder before the start, and give the account that runs the server the right to write there.',
    }),
    otherFileNotUtf8: ({ path }) => ({
      issue: `${path} is not saved in UTF-8`,
      hint: 'In Notepad: File > Save as, Encoding UTF-8.',
    }),
  },
};
