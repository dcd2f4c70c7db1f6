import { cpus } from 'node:os';
import { apacheBench } from './apache.ts';
import { apiBench } from './api.ts';
import { bulkBench } from './bulk.ts';
import { databasesBench } from './databases.ts';
import { engineBench } from './engine.ts';
import { executableBench } from './executable.ts';
import { httpBench } from './http.ts';
import { pagesBench } from './pages.ts';
import type { Row } from './row.ts';
import { scaleBench } from './scale.ts';
import { startAndMemoryBench } from './start-and-memory.ts';
import { uploadBench } from './upload.ts';

/** Every benchmark of the project, by the name with which it can be chosen: `npm run bench -- http`. */
const benches: Readonly<Record<string, () => Promise<Row[]>>> = {
  engine: engineBench,
  bulk: bulkBench,
  http: httpBench,
  api: apiBench,
  pages: pagesBench,
  apache: apacheBench,
  databases: databasesBench,
  start: startAndMemoryBench,
  upload: uploadBench,
  scale: scaleBench,
  executable: executableBench,
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`unknown: ${unknown.join(', ')}; there are: ${Object.keys(benches).join(', ')}`);
  process.exit(1);
}

const { model, length } = { model: cpus()[0]?.model, length: cpus().length };
console.log(`Node ${process.version}, ${length} × ${model}, ${new Date().toISOString().slice(0, 10)}`);
for (const [name, bench] of Object.entries(benches)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  const rows = await bench();
  console.table(Object.fromEntries(rows.map(({ name, ...row }) => [name, row])));
  if (rows.some((row) => !row.ok)) process.exitCode = 1;
}
