/** The results that the earlier application is known to give (contract §8): household, then the amounts. */
export interface ReferenceResult {
  readonly marié: 'oui' | 'non';
  readonly enfants: number;
  readonly salaire: number;
  readonly impôt: number;
  readonly surcôte: number;
  readonly décôte: number;
  readonly réduction: number;
  readonly taux: number;
}

type Row = [marié: 'oui' | 'non', enfants: number, salaire: number, impôt: number, surcôte: number, décôte: number, réduction: number, taux: number];

function result([marié, enfants, salaire, impôt, surcôte, décôte, réduction, taux]: Row): ReferenceResult {
  return { marié, enfants, salaire, impôt, surcôte, décôte, réduction, taux };
}

/** Contract §8.1. */
export const referenceSet: readonly ReferenceResult[] = (
  [
    ['oui', 2, 55555, 2814, 0, 0, 0, 0.14],
    ['oui', 2, 50000, 1384, 0, 384, 347, 0.14],
    ['oui', 3, 50000, 0, 0, 720, 0, 0.14],
    ['non', 2, 100000, 19884, 4480, 0, 0, 0.41],
    ['non', 3, 100000, 16782, 7176, 0, 0, 0.41],
    ['oui', 3, 100000, 9200, 2180, 0, 0, 0.3],
    ['oui', 5, 100000, 4230, 0, 0, 0, 0.14],
    ['non', 0, 100000, 22986, 0, 0, 0, 0.41],
    ['oui', 2, 30000, 0, 0, 0, 0, 0],
    ['non', 0, 200000, 64210, 7498, 0, 0, 0.45],
    ['oui', 3, 200000, 42842, 17283, 0, 0, 0.41],
  ] satisfies Row[]
).map(result);

/** Contract §8.2 and §8.3. */
export const furtherResults: readonly ReferenceResult[] = (
  [
    ['oui', 2, 45000, 502, 0, 857, 126, 0.14],
    ['oui', 1, 100000, 13853, 1348, 0, 0, 0.3],
    ['oui', 2, 60000, 3375, 0, 0, 0, 0.14],
    ['oui', 2, 100000, 12302, 2696, 0, 0, 0.3],
    ['non', 1, 70000, 11551, 1348, 0, 0, 0.3],
    ['non', 2, 45000, 3250, 370, 0, 0, 0.3],
    ['non', 1, 30000, 1687, 0, 0, 0, 0.14],
    ['oui', 3, 20000, 0, 0, 0, 0, 0],
    ['non', 0, 0, 0, 0, 0, 0, 0],
    ['non', 0, 11072, 0, 0, 0, 0, 0],
    ['non', 0, 20000, 617, 0, 353, 155, 0.14],
    ['non', 0, 23374, 1212, 0, 34, 304, 0.14],
    ['non', 0, 23375, 1516, 0, 34, 0, 0.14],
    ['non', 0, 125020, 32218, 0, 0, 0, 0.41],
    ['non', 5, 80000, 3394, 289, 0, 0, 0.3],
    ['oui', 7, 1000000, 385435, 179369, 0, 0, 0.45],
  ] satisfies Row[]
).map(result);
