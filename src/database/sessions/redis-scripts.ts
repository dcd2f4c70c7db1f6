import { hash } from 'node:crypto';
import { STAYING_CHARACTERS as GROUP } from '../../model/sessions.ts';
import type { RedisClient } from './redis-client.ts';

/**
 * What a session is in Redis, below the prefix of the installation:
 *
 * - `id:{<group>}<SHA-256 of the id>` → the key of the session
 * - `session:{<group>}<rest of the key>` → a hash of its fields, with the counter of its simulations
 * - `simulations:{<group>}<rest of the key>` → a hash: `7` is simulation 7 as JSON, `7:label` its name, `7:deleted` there
 *   when it is deleted
 *
 * - `count:{<group>}<name>` → a number that several instances count together; it ends by itself
 *
 * The first three end at the same moment, and are on one node of a cluster, which goes by what stands in braces. Each script runs
 * as one step: nothing of another request comes in between, and none brings back a session that has ended.
 */
const PARTS = `
local prefix = ARGV[1]
local function nameOf(kind, key)
  return prefix .. kind .. ':{' .. string.sub(key, 1, ${GROUP}) .. '}' .. string.sub(key, ${GROUP + 1})
end
local function idKey(idHash) return nameOf('id', idHash) end
local function sessionKey(key) return nameOf('session', key) end
local function simulationsKey(key) return nameOf('simulations', key) end
local function countName(group, name) return prefix .. 'count:{' .. group .. '}' .. name end
local function isLive(key, id)
  return redis.call('HEXISTS', simulationsKey(key), id) == 1
    and redis.call('HEXISTS', simulationsKey(key), id .. ':deleted') == 0
end
`;

const sources = {
  /** A change, since Redis may answer and yet refuse to write: a full memory or disk, a replica. */
  probe: `redis.call('SET', KEYS[1], '1', 'PX', 60000)`,
  /** idHash → the key and all fields, in pairs; nothing when there is none. */
  find: `
local key = redis.call('GET', idKey(ARGV[2]))
if not key then return {} end
local fields = redis.call('HGETALL', sessionKey(key))
if #fields > 0 then
  fields[#fields + 1] = 'key'
  fields[#fields + 1] = key
end
return fields`,
  /** key, idHash, lifetime in ms, fields in pairs */
  create: `
redis.call('HSET', sessionKey(ARGV[2]), 'idHash', ARGV[3], unpack(ARGV, 5))
redis.call('PEXPIRE', sessionKey(ARGV[2]), ARGV[4])
redis.call('SET', idKey(ARGV[3]), ARGV[2], 'PX', ARGV[4])`,
  /** key, time of the visit, end, lifetime in ms */
  touch: `
local idHash = redis.call('HGET', sessionKey(ARGV[2]), 'idHash')
if not idHash then return end
redis.call('HSET', sessionKey(ARGV[2]), 'lastSeenAt', ARGV[3], 'expiresAt', ARGV[4])
for _, name in ipairs({ sessionKey(ARGV[2]), simulationsKey(ARGV[2]), idKey(idHash) }) do
  redis.call('PEXPIRE', name, ARGV[5])
end`,
  /** key, how many fields get a value, these in pairs, then the fields that lose theirs */
  update: `
if redis.call('EXISTS', sessionKey(ARGV[2])) == 0 then return end
local last = 3 + 2 * tonumber(ARGV[3])
if last > 3 then redis.call('HSET', sessionKey(ARGV[2]), unpack(ARGV, 4, last)) end
if #ARGV > last then redis.call('HDEL', sessionKey(ARGV[2]), unpack(ARGV, last + 1)) end`,
  /** key, new idHash */
  changeId: `
local idHash = redis.call('HGET', sessionKey(ARGV[2]), 'idHash')
if not idHash then return end
redis.call('DEL', idKey(idHash))
redis.call('HSET', sessionKey(ARGV[2]), 'idHash', ARGV[3])
redis.call('SET', idKey(ARGV[3]), ARGV[2], 'PX', redis.call('PTTL', sessionKey(ARGV[2])))`,
  /** key */
  finish: `
local idHash = redis.call('HGET', sessionKey(ARGV[2]), 'idHash')
if idHash then redis.call('DEL', idKey(idHash)) end
redis.call('DEL', sessionKey(ARGV[2]), simulationsKey(ARGV[2]))`,
  /** key, the most numbers, simulations as JSON → the number of the last one; nothing when the session is gone, or `full` */
  add: `
if redis.call('EXISTS', sessionKey(ARGV[2])) == 0 then return false end
local count = #ARGV - 3
local before = tonumber(redis.call('HGET', sessionKey(ARGV[2]), 'lastSimulation') or 0)
if before + count > tonumber(ARGV[3]) then return 'full' end
local last = redis.call('HINCRBY', sessionKey(ARGV[2]), 'lastSimulation', count)
for index = 1, count do
  redis.call('HSET', simulationsKey(ARGV[2]), last - count + index, ARGV[index + 3])
end
redis.call('PEXPIRE', simulationsKey(ARGV[2]), redis.call('PTTL', sessionKey(ARGV[2])))
return last`,
  /** key, id, the name or nothing → 1, or 0 when there is no such simulation */
  rename: `
if not isLive(ARGV[2], ARGV[3]) then return 0 end
local label = ARGV[3] .. ':label'
if ARGV[4] then redis.call('HSET', simulationsKey(ARGV[2]), label, ARGV[4])
else redis.call('HDEL', simulationsKey(ARGV[2]), label) end
return 1`,
  /** key, id → 1, or 0 when there is no such simulation */
  remove: `
if not isLive(ARGV[2], ARGV[3]) then return 0 end
return redis.call('HSET', simulationsKey(ARGV[2]), ARGV[3] .. ':deleted', '1')`,
  /** key, id → 1, or 0 when none of that id has been deleted */
  restore: `
return redis.call('HDEL', simulationsKey(ARGV[2]), ARGV[3] .. ':deleted')`,
  /** group, then for each count its name, what to add, its window, where a block begins and how long it is, in ms → values and times left */
  addCounts: `
local states = {}
for index = 3, #ARGV, 5 do
  local name = countName(ARGV[2], ARGV[index])
  local amount, blockAt = tonumber(ARGV[index + 1]), tonumber(ARGV[index + 3])
  local value = redis.call('INCRBY', name, amount)
  if value == amount then redis.call('PEXPIRE', name, ARGV[index + 2]) end
  if value >= blockAt and value - amount < blockAt then redis.call('PEXPIRE', name, ARGV[index + 4]) end
  states[#states + 1] = value
  states[#states + 1] = redis.call('PTTL', name)
end
return states`,
  /** group, names of counts → values and times left */
  lookAtCounts: `
local states = {}
for index = 3, #ARGV do
  local name = countName(ARGV[2], ARGV[index])
  states[#states + 1] = redis.call('GET', name) or 0
  states[#states + 1] = redis.call('PTTL', name)
end
return states`,
} as const;

export type ScriptName = keyof typeof sources;

/** What all names of a session have in common: its ids and its key begin with it. */
export function groupOf(idOrKey: string): string {
  return idOrKey.slice(0, GROUP);
}

export function nameOf(prefix: string, kind: 'session' | 'simulations', key: string): string {
  return `${prefix}${kind}:{${groupOf(key)}}${key.slice(GROUP)}`;
}

export function countName(prefix: string, group: string, name: string): string {
  return `${prefix}count:{${group}}${name}`;
}

/**
 * Runs the scripts by their digest; Redis gets the text of one when it does not know it (any more).
 *
 * @returns takes a name of the session, which decides on the node of a cluster, the script and what it needs
 */
export function scriptRunner(
  client: RedisClient,
  prefix: () => string,
): (place: string, name: ScriptName, ...args: readonly (string | number)[]) => Promise<unknown> {
  return async (place, name, ...args) => {
    const { text, digest } = scripts[name];
    const rest = ['1', place, prefix(), ...args.map(String)];
    try {
      return await client.command(place, 'EVALSHA', digest, ...rest);
    } catch (error) {
      if (!(error as Error).message.startsWith('NOSCRIPT')) throw error;
      return await client.command(place, 'EVAL', text, ...rest);
    }
  };
}

const scripts = Object.fromEntries(
  Object.entries(sources).map(([name, source]) => {
    const text = PARTS + source;
    return [name, { text, digest: hash('sha1', text, 'hex') }];
  }),
) as Readonly<Record<ScriptName, { readonly text: string; readonly digest: string }>>;
