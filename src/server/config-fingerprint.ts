import { createHash } from 'node:crypto';

/**
 * Names an installation without telling where it is: two starts of it agree, and another one on the same port differs.
 *
 * @param place the YAML file, or the folder of the program when there is none
 */
export function configFingerprint(place: string): string {
  return createHash('sha256').update(place).digest('hex').slice(0, 16);
}
