import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { HttpCall } from '../../support/http-client.ts';

const MEGABYTE = 1024 * 1024;
export const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
export const good = 'mari%C3%A9=oui&enfants=2&salaire=50000';
export const goodTaxpayer = '"marié":"oui","enfants":2,"salaire":50000';

const wrongFields = 'méthode POST requise avec les paramètres postés [marié, enfants, salaire]';
const wrongNumber = (name: string, value: string, bounds = '>=0') =>
  `valeur [${value}] invalide pour le paramètre [${name} (entier${bounds})]`;

/** Names of a simulation, with what is said of them. */
export const badNames: readonly (readonly [string, string, string])[] = [
  ['not there', 'name=a', 'paramètre [nom] manquant'],
  [
    'too long',
    `nom=${'a'.repeat(81)}`,
    `valeur [${'a'.repeat(81)}] invalide pour le paramètre [nom (au plus 80 caractères)]`,
  ],
  [
    'with a null byte',
    'nom=a%00b',
    'valeur [a\0b] invalide pour le paramètre [nom (sans caractère de contrôle)]',
  ],
  [
    'with an escape sequence',
    'nom=%C2%9B31m',
    'valeur [\u009b31m] invalide pour le paramètre [nom (sans caractère de contrôle)]',
  ],
];

/** Forms that `calculer-impot` refuses, and the contract's messages. */
export const badForms: readonly (readonly [what: string, call: HttpCall, messages: readonly string[]])[] = [
  ['nothing', {}, [wrongFields]],
  ['no form', { body: good, headers: { 'content-type': 'text/plain' } }, [wrongFields]],
  ['no content type', { body: good, headers: { 'content-type': '' } }, [wrongFields]],
  ['a broken content type', { body: good, headers: { 'content-type': ';;=' } }, [wrongFields]],
  [
    'several parts',
    { body: '--x--', headers: { 'content-type': 'multipart/form-data; boundary=x' } },
    [wrongFields],
  ],
  ['JSON', { body: `{${goodTaxpayer}}`, headers: { 'content-type': 'application/json' } }, [wrongFields]],
  ['a thousand fields', { body: Array.from({ length: 1000 }, (_, i) => `f${i}=1`).join('&') }, [wrongFields]],
  [
    'nested names',
    { body: good.replaceAll('=', '[a]=') },
    ['marié', 'enfants', 'salaire'].map((name) => `paramètre [${name}] manquant`),
  ],
  ['__proto__', { body: 'mari%C3%A9=oui&enfants=2&__proto__=1' }, ['paramètre [salaire] manquant']],
  ['Latin-1 names', { body: 'mari%E9=oui&enfants=2&salaire=1' }, ['paramètre [marié] manquant']],
  [
    'broken escapes',
    { body: 'mari%C3%A9=oui&enfants=%zz&salaire=%' },
    [wrongNumber('enfants', '%zz'), wrongNumber('salaire', '%')],
  ],
  ['null bytes', { body: 'mari%C3%A9=oui&enfants=2%00&salaire=1' }, [wrongNumber('enfants', '2\0')]],
  [
    'negative numbers',
    { body: 'mari%C3%A9=oui&enfants=-1&salaire=-1' },
    [wrongNumber('enfants', '-1'), wrongNumber('salaire', '-1')],
  ],
  [
    '99 children and a salary of 1e15',
    { body: 'mari%C3%A9=oui&enfants=99&salaire=1000000000000000' },
    [
      wrongNumber('enfants', '99', '>=0 et <=30'),
      wrongNumber('salaire', '1000000000000000', '>=0 et <=1000000000'),
    ],
  ],
  [
    'markup',
    { body: 'mari%C3%A9=oui&enfants=<script>&salaire=]]>%26' },
    [wrongNumber('enfants', '<script>'), wrongNumber('salaire', ']]>&')],
  ],
  [
    'duplicates, of which the first counts',
    { body: `${good.replace('oui', 'x')}&${good}` },
    ['valeur [x] invalide pour le paramètre [marié (oui/non)]'],
  ],
];

/** Bodies refused before any controller, whatever the action reads: status and a part of the message. */
export const badBodies: readonly (readonly [
  what: string,
  call: HttpCall,
  status: number,
  message: RegExp,
])[] = [
  [
    '10 MB',
    { body: Buffer.alloc(10 * MEGABYTE, 'a') },
    413,
    /^le corps de la requête dépasse la limite de (16384|4194304) octets$/,
  ],
  [
    'an unknown encoding',
    { body: good, headers: { 'content-encoding': 'x' } },
    415,
    /^requête mal formée : /,
  ],
];

/** Compressed bodies that `calculer-impots` refuses. Forms are not unpacked at all: strangers send them too. */
export const packedBodies: typeof badBodies = [
  [
    'a gzip bomb',
    { body: gzipSync(Buffer.alloc(50 * MEGABYTE)), headers: { 'content-encoding': 'gzip' } },
    413,
    /dépasse la limite/,
  ],
  [
    'a brotli bomb',
    { body: brotliCompressSync(Buffer.alloc(20 * MEGABYTE)), headers: { 'content-encoding': 'br' } },
    413,
    /dépasse la limite/,
  ],
  [
    'broken gzip',
    { body: 'no gzip', headers: { 'content-encoding': 'gzip' } },
    400,
    /^requête mal formée : /,
  ],
  [
    'truncated deflate',
    { body: deflateSync(good).subarray(0, 9), headers: { 'content-encoding': 'deflate' } },
    400,
    /^requête mal formée : /,
  ],
];

/** Bodies that `calculer-impots` refuses, and the contract's message. */
export const badLists: readonly (readonly [what: string, body: string | Uint8Array, message: RegExp])[] = [
  ['nothing', '', /^le corps du POST n'est pas une chaîne jSON valide : /],
  ['truncated', '[{"marié":"oui",', /^le corps du POST n'est pas une chaîne jSON valide : /],
  [
    'Latin-1',
    Buffer.from(`[{${goodTaxpayer}}]`, 'latin1'),
    /^le corps du POST n'est pas une chaîne jSON valide : /,
  ],
  ['a NUL', `[{${goodTaxpayer}}]\0`, /^le corps du POST n'est pas une chaîne jSON valide : /],
  ['an object', `{${goodTaxpayer}}`, /^le corps du POST n'est pas une liste ou alors cette liste est vide$/],
  ['too many', JSON.stringify(Array(10_001).fill({})), /10001 éléments : au plus 10000 /],
  [
    'a million levels',
    `[{"enfants":${'['.repeat(MEGABYTE)}${']'.repeat(MEGABYTE)}}]`,
    /sur plus de 10 niveaux/,
  ],
];

/** Taxpayers that are refused, and what is said of them; echoed as received. */
export const badTaxpayers: readonly (readonly [item: string, message: string])[] = [
  ['{"autre":{"marié":"oui"}}', "MyException[2, la clé [autre] n'est pas autorisée]"],
  ['{"²<\\u0000 é>":1}', "MyException[2, la clé [²<\0 é>] n'est pas autorisée]"],
  ['{"":1}', "MyException[2, la clé [] n'est pas autorisée]"],
  [
    '{"enfants":{"<a>":[null,"\\u0007]]>"]}}',
    'MyException[32, L\'attribut enfants [{"<a>":[null,"\\u0007]]>"]}] doit être un entier >=0]',
  ],
  [
    '{"salaire":1e15}',
    'valeur [1000000000000000] invalide pour le paramètre [salaire (entier>=0 et <=1000000000)]',
  ],
  ['{"enfants":99}', 'valeur [99] invalide pour le paramètre [enfants (entier>=0 et <=30)]'],
  ['{"marié":null}', "MyException[31, l'attribut marié [null] doit avoir l'une des valeurs oui / non]"],
  [
    `{${goodTaxpayer},"année":{"toString":1}}`,
    'valeur [{"toString":1}] invalide pour le paramètre [année (une de : 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025)]',
  ],
];

/** Addresses that lead nowhere, and the status. */
export const badPaths: readonly (readonly [path: string, status: number])[] = [
  ['/%', 404],
  ['/init-session/%E0%A4%A', 400],
  ['/supprimer-simulation/%zz', 400],
  ['/supprimer-simulation/-4', 404],
  ['/supprimer-simulation/1.5', 404],
  ['/supprimer-simulation/1/2', 404],
  ['/supprimer-simulation/%00', 404],
  ['/..%2f..%2fetc/passwd', 404],
  ['/__proto__', 404],
  ['/../static/%zz', 404],
  ['/../static/%00', 404],
  ['/calculer-impot/', 404],
  ['/CALCULER-IMPOT', 404],
  [`/${'a'.repeat(8_000)}`, 404],
  ['/acces/constructor', 403],
];
