import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** The tax values that the engine imports as YAML, which the bundle has as data: Node itself reads none. */
registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith('.yaml')) return nextLoad(url, context);
    const data = parse(readFileSync(fileURLToPath(url), 'utf8'));
    return { format: 'json', source: JSON.stringify(data), shortCircuit: true };
  },
});
