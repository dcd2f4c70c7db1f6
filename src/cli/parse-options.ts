import { type ParseArgsConfig, parseArgs } from 'node:util';
import { insteadOf, UsageError } from './usage-error.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * The options of a command that takes nothing else.
 * @throws {UsageError} for an unknown option, a missing or superfluous value, or any other argument
 */
export function parseOptions<const Known extends Options>(args: readonly string[], options: Known) {
  const { values, positionals } = parseArguments(args, options);
  atMost(0, positionals);
  return values;
}

/** @throws {UsageError} when there are more operands */
export function atMost(count: number, operands: readonly string[]): readonly string[] {
  const superfluous = operands[count];
  if (superfluous !== undefined) throw new UsageError((texts) => texts.argumentTooMany(superfluous));
  return operands;
}

/** @throws {UsageError} when there is no such operand */
export function required(operand: string | undefined): string {
  if (operand === undefined) throw new UsageError((texts) => texts.argumentMissing);
  return operand;
}

/**
 * The options and the operands of a command.
 * @throws {UsageError} for an unknown option, or a missing or superfluous value
 */
export function parseArguments<const Known extends Options>(args: readonly string[], options: Known) {
  const understood = tokensOf(args, options).map((token) => {
    if (token.kind === 'option') return checkedOption(token, args, options);
    return token.kind === 'positional' ? token.value : '--';
  });
  return parseArgs({ args: understood, options, strict: true, allowNegative: true, allowPositionals: true });
}

function tokensOf(args: readonly string[], options: Options) {
  return parseArgs({ args: [...args], options, strict: false, allowNegative: true, tokens: true }).tokens;
}

type OptionToken = Extract<ReturnType<typeof tokensOf>[number], { kind: 'option' }>;

/** Option and value are read together, so that a value may begin with `-`, like a negative number. */
function checkedOption(token: OptionToken, args: readonly string[], options: Options): string {
  const { rawName, value, inlineValue } = token;
  const type = typeOf(token, options);
  if (type === undefined) throw unknownOption(token, args, options);
  if (type === 'string') {
    if (value === undefined || (!inlineValue && value.startsWith('--')))
      throw new UsageError((texts) => texts.valueMissing(rawName));
    return `${rawName}=${value}`;
  }
  if (value !== undefined) throw new UsageError((texts) => texts.valueTooMany(rawName));
  return rawName;
}

/** Undefined for an unknown option; only options without a value can be negated. */
function typeOf({ name, rawName }: OptionToken, options: Options) {
  const type = Object.hasOwn(options, name) ? options[name]?.type : undefined;
  return type === 'string' && rawName !== `--${name}` ? undefined : type;
}

function unknownOption(
  { rawName, index }: OptionToken,
  args: readonly string[],
  options: Options,
): UsageError {
  // There are no short options: one dash, too, precedes a whole name.
  const typed = rawName.startsWith('--') ? rawName : (args[index] ?? rawName);
  const known = Object.keys(options).map((name) => `--${name}`);
  return new UsageError((texts) => texts.unknownOption(typed) + insteadOf(typed, known, texts));
}
