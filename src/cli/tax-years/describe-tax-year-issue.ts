import type { DescribedIssue } from '../../config/format-config-issues.ts';
import { nearestWord } from '../../config/nearest-key.ts';
import { rawValue } from '../../config/raw-data.ts';
import { yamlValue } from '../../config/settings.ts';
import { isAdminData } from '../../database/tax-years/admin-data.ts';
import type { TaxYearIssue } from '../../database/tax-years/invalid-tax-year.ts';
import { shippedTaxYears } from '../../database/tax-years/shipped-tax-years.ts';
import type { TaxYearRule } from '../../tax/years/value-schemas.ts';
import { allowedAt, describe, keysOf } from './allowed.ts';
import type { TaxYearTexts } from './tax-years-texts.ts';

/** The issue of a value, the allowed values, and what to do. */
export function describeTaxYearIssue(
  { path, reason }: TaxYearIssue,
  values: unknown,
  texts: TaxYearTexts,
): DescribedIssue {
  const place = allowedAt(values, path);
  const allowed = place && describe(place, texts);
  switch (reason.code) {
    case 'missing':
      return { issue: texts.missing, allowed, hint: exampleOr(texts.add, path, values, texts) };
    case 'notAllowed':
      return { issue: texts.notAllowed, allowed, hint: exampleOr(texts.write, path, values, texts) };
    case 'unknownKey':
      return unknownKey(path, values, texts);
    case 'rule':
      return {
        issue: texts.breaksRule,
        allowed: wordRule(reason.rule, texts),
        hint: compare(values, texts),
      };
    case 'lengthsDiffer':
      return { issue: texts.lengthsDiffer, allowed: null, hint: texts.compareAdminData };
    case 'otherYear':
      return { issue: texts.otherYear(reason.year), allowed: null, hint: texts.oneYear };
    case 'withoutOfficial':
      return {
        issue: texts.withoutOfficial(reason.year),
        allowed: null,
        hint: texts.importFirst(firstShipped()),
      };
  }
}

function wordRule(rule: TaxYearRule, { rules }: TaxYearTexts): string {
  switch (rule.rule) {
    case 'startsFromZero':
      return rules.startsFromZero();
    case 'abovePrevious':
      return rules.abovePrevious(rule.previous);
    case 'after':
      return rules.after(rule.previous);
    case 'follows':
    case 'inYear':
      return rules[rule.rule](rule.value);
    default:
      return rules[rule.rule](rule.field);
  }
}

function unknownKey(path: readonly PropertyKey[], values: unknown, texts: TaxYearTexts): DescribedIssue {
  const section = allowedAt(values, path.slice(0, -1));
  const known = section === null ? [] : keysOf(section);
  const nearest = nearestWord(String(path.at(-1)), known);
  const hint = nearest === null ? texts.remove : texts.meant(nearest);
  return { issue: texts.unknownKey, allowed: known.join(', '), hint };
}

/** A value of a shipped year, if it is short. */
function exampleOr(
  hint: (line: string) => string,
  path: readonly PropertyKey[],
  values: unknown,
  texts: TaxYearTexts,
): string {
  const samples = isAdminData(values) ? [] : shippedTaxYears().map((year) => rawValue(year, path));
  const sample = samples.findLast((value) => typeof value === 'number' || typeof value === 'string');
  return sample === undefined ? compare(values, texts) : hint(`${String(path.at(-1))}: ${yamlValue(sample)}`);
}

function compare(values: unknown, texts: TaxYearTexts): string {
  return isAdminData(values) ? texts.compareAdminData : texts.compare(latestShipped());
}

const firstShipped = () => shippedTaxYears()[0]?.incomeYear ?? 0;
const latestShipped = () => shippedTaxYears().at(-1)?.incomeYear ?? 0;
