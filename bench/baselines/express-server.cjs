/** The least that an Express server can do with the same form: parse it and answer a constant of the same size. */
const express = require('express');

const answer = {
  action: 'calculer-impot',
  état: 300,
  réponse: {
    marié: 'oui',
    enfants: 2,
    salaire: 55555,
    impôt: 2814,
    surcôte: 0,
    taux: 0.14,
    décôte: 0,
    réduction: 0,
    id: 123456,
  },
};

const application = express();
application.disable('etag');
application.disable('x-powered-by');
application.post('/calculer-impot', express.urlencoded({ extended: false }), (_req, res) => {
  res.json(answer);
});
const server = application.listen(0, '127.0.0.1', () => {
  process.stdout.write(`ready on http://127.0.0.1:${server.address().port}\n`);
});
