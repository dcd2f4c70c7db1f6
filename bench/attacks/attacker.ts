import { attacks } from './attacks.ts';

/** A process of its own, so that its work is not taken for the server's: `attacker.ts NAME PORT COOKIE SECONDS`. */
const [name = '', port, cookie = '', seconds] = process.argv.slice(2);
const attack = attacks[name];
if (!attack) throw new Error(`no such attack: ${name}`);
const until = performance.now() + Number(seconds) * 1_000;
process.send?.(await attack({ port: Number(port), cookie, until }));
process.disconnect?.();
