import { QUARTERS_PER_SHARE } from '../official/official-shares.ts';
import { type EverydayReturn, hasReached } from './filled-return.ts';

/** The shares of a household, in quarters (CGI 194 to 196), and what the cap needs to know of them. */
export interface ReturnShares {
  /** The adults' own: 4 or 8. */
  readonly adults: number;
  /** All other shares. */
  readonly extra: number;
  /** The part of `extra` from box T. */
  readonly singleParentShare: number;
  /** The part of `extra` under box T's own cap, in quarters. */
  readonly singleParent: number;
  /** The lone half-share is given only for having raised a child alone. */
  readonly isRaisedChildOnly: boolean;
  /** Half-shares for disability or as a veteran, whose gain has a further reduction beyond the cap. */
  readonly disabledOrVeteran: number;
  /** Quarter-shares for disabled children in shared custody. */
  readonly disabledShared: number;
  readonly isWidowedWithDependants: boolean;
}

/** Half a share for each of the first two dependants, a whole one for each further one. */
export function dependantQuarters(dependants: number): number {
  return 4 * dependants - 2 * Math.min(dependants, 2);
}

/** A shared child gives half of the share of its rank; whole dependants come first. */
export function sharedQuarters(whole: number, shared: number): number {
  return (dependantQuarters(whole + shared) - dependantQuarters(whole)) / 2;
}

export function sharesOf(filled: EverydayReturn, veteranFromAge: number): ReturnShares {
  const { boxes, situation } = filled;
  const children = boxes['0CF'] + boxes['0DJ'];
  const whole = children + boxes['0CR'];
  const shared = boxes['0CH'];
  const hasDependants = whole + shared > 0;
  const isWidowedWithDependants = situation === 'widowed' && hasDependants;
  const disabled = boxes['0AP'] + boxes['0AF'] + boxes['0CG'] + boxes['0CR'];
  const disabledShared = boxes['0CI'];
  const lone = loneHalfShare(filled, hasDependants, veteranFromAge);
  const couple = veteranCouple(filled);
  const parent = singleParentQuarters(filled, whole, shared);
  const halves = disabled + couple + Number(lone !== 'none');
  return {
    adults: situation === 'couple' ? 2 * QUARTERS_PER_SHARE : QUARTERS_PER_SHARE,
    extra:
      dependantQuarters(whole) +
      sharedQuarters(whole, shared) +
      (isWidowedWithDependants ? QUARTERS_PER_SHARE : 0) +
      2 * halves +
      disabledShared +
      parent,
    singleParentShare: parent,
    singleParent: singleParentCapQuarters(parent, whole, children),
    isRaisedChildOnly: lone === 'raisedChild',
    disabledOrVeteran: disabled + couple + Number(lone === 'veteran'),
    disabledShared,
    isWidowedWithDependants,
  };
}

/** Box S: one of a couple is a veteran, and neither is disabled (CGI 195, 1 f). The conditions check the age. */
function veteranCouple({ boxes }: EverydayReturn): 0 | 1 {
  return boxes['0AS'] > 0 && boxes['0AP'] + boxes['0AF'] === 0 ? 1 : 0;
}

/** The half-share of a single person without dependants or disability: once, whatever the reason (CGI 195, 1). */
function loneHalfShare(
  { boxes, situation, year }: EverydayReturn,
  hasDependants: boolean,
  veteranFromAge: number,
): 'none' | 'raisedChild' | 'veteran' {
  if (situation === 'couple' || hasDependants || boxes['0AP'] > 0) return 'none';
  const isVeteran = boxes['0AW'] > 0 && hasReached(veteranFromAge, boxes['0DA'], year);
  if (isVeteran || boxes['0AG'] > 0) return 'veteran';
  return boxes['0AL'] > 0 ? 'raisedChild' : 'none';
}

/** Box T (CGI 194 II): half a share, or a quarter for one child in shared custody and no other. */
function singleParentQuarters({ boxes }: EverydayReturn, whole: number, shared: number): number {
  if (boxes['0BT'] === 0) return 0;
  return whole > 0 ? 2 : Math.min(shared, 2);
}

/** The quarters under box T's own cap: a first child's whole share, or its part for shared children. */
function singleParentCapQuarters(parent: number, whole: number, children: number): number {
  if (parent === 0) return 0;
  if (whole > 0) return children > 0 ? QUARTERS_PER_SHARE : 0;
  return 2 * parent;
}
