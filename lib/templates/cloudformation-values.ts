import { isSecretName } from '../secrets/names.js';
import { contentOfText, isPointerName } from './environment.js';
import type { Content } from './template.js';
import { at, textOf, type CallTree, type Tree } from './tree.js';

/** The parameters and resources of a CloudFormation template, by their logical ids. */
export interface Declarations {
  readonly parameters: Tree | undefined;
  readonly resources: Tree | undefined;
}

/** The text of a value, references in it written `${...}`. */
export function cloudFormationText(tree: Tree): string | undefined {
  if (tree.kind === 'scalar') return textOf(tree);
  if (tree.kind !== 'call') return undefined;
  const [first, second] = tree.args;
  if (tree.name === 'Sub') return textOf(first);
  if (tree.name === 'Join') {
    const separator = textOf(first);
    if (separator === undefined || second?.kind !== 'list') return undefined;
    return second.items.map(item => cloudFormationText(item) ?? '${}').join(separator);
  }
  return tree.name === 'Ref' || tree.name === 'GetAtt' ? `\${${tree.args.map(textOf).join('.')}}` : undefined;
}

const value = (name: string, isSecret = false): Content => ({ kind: 'value', name, isSecret });
const pointer: Content = { kind: 'pointer' };

function ofParameter(name: string, parameter: Tree): Content[] {
  // `AWS::SSM::Parameter::Name`, `AWS::SSM::Parameter::Value<String>`: resolved by the service.
  if (textOf(at(parameter, 'Type'))?.startsWith('AWS::SSM::Parameter')) return [pointer];
  const preset = at(parameter, 'Default');
  const text = textOf(preset);
  const own = text === undefined || text === '' || preset === undefined ? [] : [contentOfText(text, preset)];
  if (own[0]?.kind === 'pointer') return own;
  const isHidden =
    String(textOf(at(parameter, 'NoEcho')) ?? (at(parameter, 'NoEcho') as { value?: unknown } | undefined)?.value) === 'true';
  return [value(name, (isHidden || isSecretName(name)) && !isPointerName(name)), ...own];
}

function ofReference(name: string, declared: Declarations): Content[] {
  const [id = '', ...attributes] = name.split('.');
  const parameter = at(declared.parameters, id);
  if (parameter !== undefined && attributes.length === 0) return ofParameter(id, parameter);
  const attribute = attributes.at(-1);
  return attribute !== undefined && at(declared.resources, id) !== undefined && isSecretName(attribute)
    ? [value(attribute, true)]
    : [pointer];
}

/** Text with references in it: a secret where one of them is. */
function ofText(text: string, place: Tree, declared: Declarations, locals: readonly string[] = []): Content[] {
  const whole = contentOfText(text, place);
  if (whole.kind === 'pointer') return [whole];
  const references = [...text.matchAll(/\$\{([^}!][^}]*)\}/g)].map(match => match[1]!.trim()).filter(name => !locals.includes(name));
  if (references.length === 1 && text === `\${${references[0]}}`) return ofReference(references[0]!, declared);
  const inside = references.flatMap(name => ofReference(name, declared)).filter(content => content.kind === 'value' && content.isSecret);
  return inside.length > 0 ? inside : [whole];
}

function ofCall(call: CallTree, declared: Declarations): Content[] {
  const [first, second, third] = call.args;
  const text = cloudFormationText(call);
  if (call.name === 'If') return [second, third].flatMap(branch => (branch === undefined ? [] : contentsOf(branch, declared)));
  if (call.name === 'Ref') return ofReference(textOf(first) ?? '', declared);
  if (call.name === 'GetAtt') return ofReference(call.args.map(textOf).join('.'), declared);
  if (call.name === 'Sub') {
    const locals = second?.kind === 'map' ? second.entries : [];
    const inside = locals
      .flatMap(entry => contentsOf(entry.value, declared))
      .filter(content => content.kind === 'value' && content.isSecret);
    return inside.length > 0 || text === undefined
      ? inside
      : ofText(
          text,
          call,
          declared,
          locals.map(({ key }) => key),
        );
  }
  return text === undefined ? [pointer] : ofText(text, call, declared);
}

/** What a value may be at run time. */
export function contentsOf(tree: Tree, declared: Declarations): Content[] {
  if (tree.kind === 'call') return ofCall(tree, declared);
  const text = textOf(tree);
  // Outside of Sub, `${...}` is text.
  return text === undefined ? [pointer] : [contentOfText(text, tree)];
}
