import { describe, expect, it } from 'vitest';
import { LEFT_OUT } from '../../src/tax/withholding/left-out.ts';
import { STEP_IDS } from '../../src/tax/withholding/rate-steps.ts';
import type { WithholdingIssue } from '../../src/tax/withholding/withholding-refused.ts';
import { formatWithholdingIssue } from '../../src/words/withholding-issue-texts.ts';
import { leftOutWords, withholdingStepWords } from '../../src/words/withholding-step-texts.ts';

describe.each(['fr', 'en'] as const)('in %s', (language) => {
  it('each step and each thing that is left out is a short sentence', () => {
    const steps = STEP_IDS.flatMap((id) => Object.values(withholdingStepWords(language)[id]));
    const said = [...steps, ...LEFT_OUT.map((name) => leftOutWords(language)[name])];
    expect(said.filter((words) => words === '' || words.length > 220)).toEqual([]);
    expect(new Set(said).size).toBe(said.length);
  });

  it('a refusal says what is allowed', () => {
    const issues: readonly WithholdingIssue[] = [
      { code: 'payNotPositive', declarant: 1, pay: 0 },
      { code: 'yearWithoutRates', year: 2018, from: 2020 },
      { code: 'dateWithoutGrid', date: '2019-01-01', first: '2023-01-01', last: '2026-12-31' },
      { code: 'unknownTerritory', territory: 'Atlantis', known: ['metropole'] },
      { code: 'alone' },
    ];
    const words = issues.map((issue) => formatWithholdingIssue(issue, language));
    expect(words.join(' ')).not.toMatch(/[{}]|undefined/);
    expect(words[1]).toContain('2020');
    expect(words[2]).toContain('2023-01-01');
    expect(words[3]).toContain('Atlantis');
  });
});
