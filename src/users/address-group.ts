import ipaddr from 'ipaddr.js';

/** An IPv6 subscriber owns a whole /64: its addresses count as one. */
const IPV6_SUBSCRIBER_BYTES = 8;

/** The address that failures are counted by: an IPv4 address (also one written as IPv6), or the /64 of an IPv6 address. */
export function addressGroup(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return `${Buffer.from(parsed.toByteArray().slice(0, IPV6_SUBSCRIBER_BYTES)).toString('hex')}/64`;
}
