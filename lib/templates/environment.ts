import { knownSecrets } from '../secrets/formats.js';
import { isSecretEnvironmentName, isSecretName, secretNameKind, wordsOf } from '../secrets/names.js';
import { looksLikeSecret } from '../secrets/shapes.js';
import type { Content, Variable } from './template.js';
import type { Span } from './tree.js';

/** References that CloudFormation resolves itself: the template and the stack hold no value. */
const dynamicReference = /\{\{resolve:(?:secretsmanager|ssm|ssm-secure):/;

/** Last words of what names a secret, and is not its value. */
const pointerWords = new Set(
  'arn arns name names id ids identifier path paths param params parameter parameters prefix url uri endpoint host ssm key-id alias ref location bucket table file'.split(
    ' ',
  ),
);

/** Whether something is called what a secret's ARN, name or path is called. */
export const isPointerName = (name: string): boolean => pointerWords.has(wordsOf(name).at(-1) ?? '');

/** The content that a written text stands for: itself, unless it is a reference that is resolved in AWS, an ARN or a path. */
export function contentOfText(text: string, at: Span): Content {
  return dynamicReference.test(text) || /^arn:|^\/[\w./-]+$/.test(text) ? { kind: 'pointer' } : { kind: 'text', text, at };
}

/** What is wrong with a variable. */
export type SecretInEnvironment = { readonly kind: 'written'; readonly at: Span } | { readonly kind: 'kept' };

/** Texts that name a place, or say that there is nothing. */
const notChosen = /[/:{}<>\s]|^(?:true|false|null|none|\d*)$/i;

function judgeContent(name: string, content: Content): SecretInEnvironment | undefined {
  if (content.kind === 'pointer') return undefined;
  if (content.kind === 'value')
    return content.isSecret || (isSecretEnvironmentName(name) && !isPointerName(content.name)) ? { kind: 'kept' } : undefined;
  const { text, at } = content;
  if (text.length >= 4 && looksLikeSecret(text, name)) return { kind: 'written', at };
  if (isDocumented(text) || !isSecretName(name)) return undefined;
  // What is called a token or a key holds the name of one as often.
  return secretNameKind(name) === 'password' && !notChosen.test(text) ? { kind: 'kept' } : undefined;
}

const isDocumented = (text: string): boolean => knownSecrets(text).length === 0 && knownSecrets(text, true).length > 0;

/** Judges a variable of a function: a secret written in the template, or one that is kept in the environment. */
export function secretInVariable({ name, contents }: Variable): SecretInEnvironment | undefined {
  const found = contents.map(content => judgeContent(name, content));
  return found.find(secret => secret?.kind === 'written') ?? found.find(secret => secret !== undefined);
}
