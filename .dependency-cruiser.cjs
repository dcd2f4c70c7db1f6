// The direction of dependencies (docs/architecture.md). A violation fails `npm run check`.
// build/rooms.json says what each room of src/ may know; test/boundaries.test.ts breaks every rule once.
const rooms = require('./build/rooms.json');

/** Imports that a room has beside what it knows: the web carries the script, and the configuration knows how hashes are written. */
const exceptions = {
  config: ['^src/users/(password-hash|api-token)-format\\.ts$'],
  'web/http': ['^src/browser/app\\.ts$'],
};

const inRoom = (room) => `^src/${room}/`;

const roomRules = Object.entries(rooms).map(([room, { is, knows }]) => ({
  name: `${room}-knows-its-own`,
  comment: is,
  severity: 'error',
  from: { path: inRoom(room) },
  to: { path: '^src/.+/', pathNot: [inRoom(room), ...knows.map(inRoom), ...(exceptions[room] ?? [])] },
}));

const rule = (name, from, to, comment) => ({ name, severity: 'error', from, to, ...(comment && { comment }) });

module.exports = {
  forbidden: [
    ...roomRules,
    rule(
      'the-web-is-given-its-services',
      { path: '^src/web/[^/]+$' },
      { path: '^src/.+/', pathNot: ['^src/web/', '^src/model/'] },
      'the database and the outside reach the web through interfaces of the model',
    ),
    rule('tax-is-pure', { path: '^src/tax/' }, { dependencyTypes: ['core', 'npm'], pathNot: ['node_modules/zod/'] }),
    rule('the-command-line-computes-without-the-web', { path: '^src/cli/calculate' }, { path: '^src/web/' }),
    rule(
      'the-script-is-an-asset',
      { path: '^src/(?!browser/|web/http/assets\\.ts$)' },
      { path: '^src/browser/' },
      'the server carries the script as text (?bundled) and runs none of it',
    ),
    rule('only-main-is-an-entry', { path: '^src/(?!main\\.ts$)' }, { path: '^src/main\\.ts$' }),
    rule('sources-do-not-test', { path: '^src/' }, { path: '^(test|bench|build)/' }),
    rule('no-circular', {}, { circular: true }),
    rule('resolvable', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json', '.cjs'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
