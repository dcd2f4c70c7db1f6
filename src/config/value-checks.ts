import { isIP } from 'node:net';

const HOST_LABEL = '[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?';
const HOST_NAME = new RegExp(`^(?=.{1,253}$)${HOST_LABEL}(\\.${HOST_LABEL})*\\.?$`);
const URL_PATH = /^(\/(?!\.{1,2}(\/|$))[A-Za-z0-9._~-]+)+$/;
const MAIL_ADDRESS = /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@[A-Za-z0-9.-]{1,255}$/u;
const SIZE = /^(\d{1,6}) ?(KB|MB|GB)$/i;
const BYTES: Readonly<Record<string, number>> = { KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3 };

/** No control character or separator of lines or paragraphs, so that no line end can add a header to a mail. */
export function isOneLine(text: string): boolean {
  return unseenCharacter(text) === null;
}

/** The first character that must not be in a line, as U+2028; null when there is none. */
export function unseenCharacter(text: string): string | null {
  const [found] = /[\p{Cc}\p{Zl}\p{Zp}]/u.exec(text) ?? [];
  if (found === undefined) return null;
  return `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

export function isHost(text: string): boolean {
  return isIP(text) !== 0 || HOST_NAME.test(text);
}

/** A host, or a host and its port; an IPv6 address with a port is in brackets. */
export function isHostWithPort(text: string): boolean {
  const [, bracketed, name = '', port] = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(text) ?? [];
  if (port === undefined) return isHost(text);
  const isNamed = bracketed === undefined ? isHost(name) : isIP(bracketed) === 6;
  return isNamed && Number(port) >= 1 && Number(port) <= 65_535;
}

/** A path that can precede every route without encoding. `/static` has the style sheets (contract §1.1). */
export function isMountPath(text: string): boolean {
  return text === '' || (text.length <= 200 && URL_PATH.test(text) && !/^\/static(\/|$)/i.test(text));
}

/** An http(s) address without path, user or query. */
export function isOrigin(text: string): boolean {
  return /^https?:\/\/[^/?#@\\\s]+$/i.test(text) && URL.canParse(text);
}

/** An origin that may show our pages in a frame; `*.` before a name means all names below it. */
export function isFrameAncestor(text: string): boolean {
  const [, host = '', port = '1'] = /^https?:\/\/(?:\*\.)?([A-Za-z0-9._-]+)(?::(\d{1,5}))?$/.exec(text) ?? [];
  return isHost(host) && Number(port) >= 1 && Number(port) <= 65_535;
}

/** The word `loopback`, an address, or a network smaller than the whole internet. */
export function isProxy(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || address.includes('%') || rest.length > 0) return text === 'loopback';
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

export function isMailAddress(text: string): boolean {
  return MAIL_ADDRESS.test(text);
}

/** `10MB` in bytes; NaN when the text is not a size. */
export function sizeInBytes(text: string): number {
  const [, amount, unit = ''] = SIZE.exec(text) ?? [];
  return Number(amount) * (BYTES[unit.toUpperCase()] ?? Number.NaN);
}
