import { readFileSync } from 'node:fs';

type AdminData = Record<'limites' | 'coeffr' | 'coeffn', number[]> & Record<string, number | number[]>;

const data = JSON.parse(readFileSync('test/database/data/admindata.json', 'utf8')) as AdminData;
const constants = Object.entries(data).filter(([, value]) => typeof value === 'number');

/** The rows that the earlier application's loading program writes from its `admindata.json` (contract §7.3). */
const rows = [
  ...data.limites.map(
    (limit, index) =>
      `insert into tbtranches (limite, coeffr, coeffn) values (${limit}, ${data.coeffr[index]}, ${data.coeffn[index]})`,
  ),
  `insert into tbconstantes (${constants.map(([name]) => name).join(', ')}) values (${constants.map(([, value]) => value).join(', ')})`,
];

const columns = (type: string) => constants.map(([name]) => `${name} ${type} not null`).join(', ');

/** Its database as it left it: MySQL holds single precision, PostgreSQL doubles. */
export const originals: Readonly<Record<string, readonly string[]>> = {
  mysql: [
    'create table tbtranches (id integer not null auto_increment primary key, limite float not null, coeffr float not null, coeffn float not null)',
    `create table tbconstantes (id integer not null auto_increment primary key, ${columns('float')})`,
    ...rows,
  ],
  postgres: [
    'create table tbtranches (id serial primary key, limite double precision not null, coeffr double precision not null, coeffn double precision not null)',
    `create table tbconstantes (id serial primary key, ${columns('double precision')})`,
    ...rows,
  ],
};
