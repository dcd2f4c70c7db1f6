import { describe, expect, it } from 'vitest';
import { knownName } from '../../src/bulk/fields.ts';
import { HOUSEHOLD_OPTIONS } from '../../src/cli/calculate/household-options.ts';
import { BOXES, type BoxName } from '../../src/tax/return/boxes.ts';
import { isFieldBox } from '../../src/tax/return/field-boxes.ts';
import { openApi } from '../../src/web/api/openapi.ts';
import { emptyForm } from '../../src/web/pages/calculation-form.ts';
import { BOX_FIELDS } from '../../src/web/pages/field-names.ts';
import { emptyCalculation } from '../../src/web/pages/kept-pages.ts';
import { renderPage } from '../../src/web/pages/render.ts';
import { boxWords } from '../../src/words/box-texts.ts';
import { context } from '../web/pages/page-builders.ts';

const detailed = { ...emptyCalculation, form: { ...emptyForm, isDetailed: true } };
const form = renderPage(detailed, context());
const explained = renderPage({ view: 'boxes' }, context());
const document = JSON.stringify(openApi({ alias: '', prefix: '/do' }, '1'));
const boxes = BOXES.filter(({ row }) => row.kind !== 'choice');
const withFields = new Set(BOX_FIELDS.map(({ code }) => code));

describe.each(boxes)('box $code', ({ code, row, csv }) => {
  it('has words in both languages, and a source in the law', () => {
    for (const language of ['fr', 'en'] as const) {
      const { label, help } = boxWords(language)[row.name as BoxName];
      expect(Math.min(label.length, help.length)).toBeGreaterThan(3);
    }
    expect(row.law).toMatch(/^\d/);
  });

  it('is in every channel', () => {
    const isInForm = isFieldBox(code) || form.includes(`name="${code}"`);
    expect({
      form: isInForm,
      contract: isFieldBox(code) || withFields.has(code),
      page: explained.includes(row.code),
      api: document.includes(`"${code}":`),
      command: code in HOUSEHOLD_OPTIONS,
      columns: [code, ...csv].every((name) => knownName(name) !== undefined),
    }).toEqual({ form: true, contract: true, page: true, api: true, command: true, columns: true });
  });
});
