import { describe, expect, it } from 'vitest';
import { boxWarnings } from '../../../src/tax/return/box-warnings.ts';
import type { BoxValues } from '../../../src/tax/return/conditions.ts';
import { householdOf } from '../../../src/tax/return/household-boxes.ts';
import { formatBoxWarning } from '../../../src/words/box-warning-texts.ts';

const warned = (boxes: BoxValues) => boxWarnings(householdOf('single', { '1AJ': 30_000, ...boxes }));

describe('children in school', () => {
  it.each<[string, BoxValues]>([
    ['none', {}],
    ['as many as dependent children', { '7EA': 1, '7EF': 1, '0CF': 1, '0DJ': 1 }],
    ['as many as in shared custody', { '7ED': 2, '0CH': 2 }],
  ])('%s', (_, boxes) => expect(warned(boxes)).toEqual([]));

  it('more than there are', () => {
    const warnings = warned({ '7EA': 1, '7EC': 2, '0CF': 2, '0CH': 1, '7EG': 2 });
    expect(warnings).toEqual([
      { warning: 'schoolChildrenAmongChildren', boxes: ['7EA', '7EC'], count: 3, max: 2 },
      { warning: 'sharedSchoolChildrenAmongShared', boxes: ['7EG'], count: 2, max: 1 },
    ]);
    expect(warnings.map((warning) => formatBoxWarning(warning, 'en'))[0]).toMatch(
      /^Children in school: 3 \(7EA, 7EC\), but dependent children: 2 \(0CF, 0DJ\)\. Check/,
    );
  });
});
