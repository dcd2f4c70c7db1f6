// The direction of dependencies (docs/architecture.md). A violation fails `npm run check`.
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: '^src/', pathNot: allowed },
});

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    only('tax-knows-nobody', '^src/tax/', ['^src/tax/'], 'pure arithmetic: no I/O, clock or configuration'),
    {
      name: 'tax-is-pure',
      severity: 'error',
      from: { path: '^src/tax/' },
      to: { dependencyTypes: ['core', 'npm'], pathNot: ['node_modules/zod/'] },
    },
    only('words-know-tax', '^src/words/', ['^src/words/', '^src/tax/'], 'what several channels say, in both languages'),
    only('csv-knows-nobody', '^src/csv/', ['^src/csv/'], 'reading and writing tables of text'),
    only('bulk-knows-tax', '^src/bulk/', ['^src/bulk/', '^src/csv/', '^src/tax/', '^src/words/'], 'many households: streams of bytes in and out'),
    only('database-knows-tax', '^src/database/', ['^src/database/', '^src/model/', '^src/tax/', '^src/make-folder\\.ts$'], 'the database serves; it does not call the web'),
    only(
      'web-declares-what-it-needs',
      '^src/web/',
      ['^src/web/', '^src/model/', '^src/words/', '^src/tax/', '^src/bulk/', '^src/csv/', '^src/assets\\.d\\.ts$', '^src/browser/app\\.ts$'],
      'the database and the outside reach the web through interfaces that the web declares',
    ),
    only(
      'http-knows-no-tax',
      '^src/web/http/',
      ['^src/web/http/', '^src/web/messages/', '^src/model/', '^src/assets\\.d\\.ts$', '^src/browser/app\\.ts$'],
      'what any HTTP server has',
    ),
    {
      name: 'the-command-line-computes-without-the-web',
      severity: 'error',
      from: { path: '^src/cli/calculate' },
      to: { path: '^src/web/' },
    },
    only('browser-stands-alone', '^src/browser/', ['^src/browser/'], 'it runs in the visitor\'s browser'),
    {
      name: 'the-script-is-an-asset',
      comment: 'the server carries the script as text (?bundled) and runs none of it',
      severity: 'error',
      from: { path: '^src/(?!browser/|web/http/assets\\.ts$)' },
      to: { path: '^src/browser/' },
    },
    only(
      'jobs-compute-files',
      '^src/jobs/',
      ['^src/jobs/', '^src/model/', '^src/bulk/', '^src/tax/'],
      'a job knows what is computed, not who asked for it',
    ),
    only('users-stands-alone', '^src/users/', ['^src/users/', '^src/model/'], 'sign-in knows neither the web nor the database'),
    only(
      'config-stands-alone',
      '^src/config/',
      ['^src/config/', '^src/users/(password-hash|api-token)-format\\.ts$'],
      'configuration is data; of the users it knows how the hashes of passwords and tokens are written',
    ),
    only(
      'operations-stands-alone',
      '^src/operations/',
      ['^src/operations/', '^src/model/', '^src/make-folder\\.ts$'],
      'log, mail and browser are tools',
    ),
    only('model-knows-tax', '^src/model/', ['^src/model/', '^src/tax/'], 'types that several rooms share'),
    {
      name: 'server-does-not-know-the-command-line',
      severity: 'error',
      from: { path: '^src/server/' },
      to: { path: '^src/cli/' },
    },
    only('apache-stands-alone', '^src/apache/', ['^src/apache/'], 'a virtual host is text made of plain data'),
    {
      name: 'only-main-is-an-entry',
      severity: 'error',
      from: { path: '^src/(?!main\\.ts$)' },
      to: { path: '^src/main\\.ts$' },
    },
    { name: 'sources-do-not-test', severity: 'error', from: { path: '^src/' }, to: { path: '^(test|bench|build)/' } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
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
