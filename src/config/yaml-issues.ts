import type { YAMLError } from 'yaml';
import { type ConfigExplanation, explain, type SyntaxIssueCode } from './config-issues.ts';

const CODES: Readonly<Partial<Record<YAMLError['code'], SyntaxIssueCode>>> = {
  BAD_ALIAS: 'alias',
  BAD_DQ_ESCAPE: 'escape',
  BAD_INDENT: 'indentation',
  BAD_SCALAR_START: 'reserved',
  BAD_DIRECTIVE: 'tag',
  BLOCK_AS_IMPLICIT_KEY: 'indentation',
  MISSING_CHAR: 'unclosed',
  MULTILINE_IMPLICIT_KEY: 'colon',
  MULTIPLE_DOCS: 'several-documents',
  TAG_RESOLVE_FAILED: 'tag',
};

/** The library's messages quote the file, and so maybe a password: only its codes are used. */
export function explainYamlError({ code, message }: YAMLError): ConfigExplanation {
  if (code === 'TAB_AS_INDENT') return explain('tab', {});
  if (code === 'DUPLICATE_KEY') return explain('duplicateKey', {});
  if (code === 'MISSING_CHAR' && message.startsWith('Implicit map keys'))
    return explain('syntax', { issue: 'colon' });
  if (code === 'BAD_INDENT' && message.startsWith('Flow')) return explain('syntax', { issue: 'unclosed' });
  return explain('syntax', { issue: CODES[code] ?? 'other' });
}
