const OLDEST = 24;

/**
 * The first line of the bundle: an older Node says what it lacks, instead of failing somewhere inside. It is read by that
 * older Node, so it is plain JavaScript of long ago.
 */
export const nodeGuard = `if (parseInt(process.versions.node, 10) < ${OLDEST}) {
  console.error('tax-server needs Node ${OLDEST} or newer; this is ' + process.version + '. From a checkout, "npm start -- COMMAND" brings its own.');
  process.exit(1);
}`;
