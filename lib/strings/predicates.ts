import type { ValueReader } from '../flow/schema.js';
import type { Constant, Value } from '../flow/value.js';
import type { PredicateName } from '../models/model.js';
import { opensHtml } from './text-parts.js';

const shells = /^(?:ba|z|da|k|c|tc|a|fi)?sh$|^(?:cmd|powershell|pwsh)$/i;

/** The program that a path names, without folder and `.exe`. */
function programName(text: string): string {
  return text.replace(/^.*[/\\]/s, '').replace(/\.exe$/i, '');
}

const tests: { readonly [P in Exclude<PredicateName, 'text-format' | 'unsafe-yaml-schema'>]: (text: string) => boolean } = {
  'shell-program': text => shells.test(programName(text)),
  'shell-flag': text => /^-[a-z]*c$|^\/[ck]$|^-(?:Command|EncodedCommand)$/i.test(text),
  'code-flag': text => /^-[a-z]*[ecpr]$|^--(?:eval|print)$/.test(text),
  'html-type': text => /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(text),
  'html-start': text => opensHtml([text]),
  'raw-format': text => /%(?:\d+\$)?-?\d*s/.test(text),
  'number-format': text => /^[^%]*%[dif](?:[^%]|%[%dif])*$/.test(text),
  'read-query': text => /^\s*(?:select|show|explain|describe|values)\b/i.test(text),
  'temporary-path': text => text.startsWith('/tmp/'),
  'wildcard-path': text => text === '/' || text.includes('*'),
};

/** Formats of winston, and what they make of a message: text, or JSON, in which line ends are escaped. */
const textFormats = new Set(['simple', 'printf', 'cli', 'prettyPrint', 'align']);

function isTextFormat(value: Value, read: ValueReader): boolean {
  const call = read.call(value);
  if (call === null) return false;
  if (call.name === 'combine')
    return call.args.some(format => isTextFormat(format, read)) && !call.args.some(format => read.call(format)?.name === 'json');
  return textFormats.has(call.name);
}

/** The full schema of js-yaml 3 and the types of js-yaml-js-types: a document can hold functions. */
function isUnsafeYamlSchema(value: Value, read: ValueReader): boolean {
  for (const reference of value.references) {
    if (reference.type === 'api' && (reference.node.names.includes('DEFAULT_FULL_SCHEMA') || reference.node.module === 'js-yaml-js-types'))
      return true;
  }
  const call = read.call(value);
  if (call?.name !== 'extend') return false;
  return [...call.args, ...(call.receiver === null ? [] : [call.receiver])].some(part => isUnsafeYamlSchema(part, read));
}

/**
 * The named tests of models.
 *
 * @param value the argument that a condition names
 * @returns whether one of the constants that it may be passes, or for a format or a schema, what made it
 */
export function predicate(name: PredicateName, value: Value, read: ValueReader): boolean {
  if (name === 'text-format') return isTextFormat(value, read);
  if (name === 'unsafe-yaml-schema') return isUnsafeYamlSchema(value, read);
  // How a text begins is known also where the rest is not.
  const beginnings =
    name === 'read-query' || name === 'html-start'
      ? (value.texts ?? []).flatMap(([first]) => (typeof first === 'string' ? [first] : []))
      : [];
  if (beginnings.some(tests[name])) return true;
  return value.constants.some((constant: Constant) => typeof constant === 'string' && tests[name](constant));
}
