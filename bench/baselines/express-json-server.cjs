/** The least that an Express server can do with a body of JSON: parse it and answer the constant that the argument names. */
const { readFileSync } = require('node:fs');
const express = require('express');

const answer = JSON.parse(readFileSync(process.argv[2], 'utf8'));

const application = express();
application.disable('etag');
application.disable('x-powered-by');
application.post('/calculations', express.json(), (_req, res) => {
  res.json(answer);
});
const server = application.listen(0, '127.0.0.1', () => {
  process.stdout.write(`ready on http://127.0.0.1:${server.address().port}\n`);
});
