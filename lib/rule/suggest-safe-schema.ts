import type { Rule, SourceCode } from 'eslint';
import type { Hit } from '../flow/hit.js';
import type { Node } from '../flow/value.js';
import { type Suggester, textOf } from './suggester.js';

/** The expression of a schema that makes functions, and the one that makes data alone in the same version of the library. */
function safeSchema(schema: Node, source: SourceCode): string | null {
  // Version 3 has both schemas; a later one has neither, and reads with its own safe one.
  if (schema.type === 'MemberExpression' && schema.property.type === 'Identifier' && schema.property.name === 'DEFAULT_FULL_SCHEMA')
    return `${textOf(source, schema.object)}.DEFAULT_SAFE_SCHEMA`;
  if (schema.type !== 'CallExpression' || schema.callee.type !== 'MemberExpression') return null;
  const { object, property } = schema.callee;
  const isExtended = property.type === 'Identifier' && property.name === 'extend';
  const isDefault =
    object.type === 'MemberExpression' && object.property.type === 'Identifier' && object.property.name === 'DEFAULT_SCHEMA';
  return isExtended && isDefault ? textOf(source, object) : null;
}

/** js-yaml with a schema of plain data. */
export const safeYamlSchema: Suggester = {
  messages: { safeSchema: 'Use a schema that makes data alone.' },
  suggest({ node, library }: Hit, source: SourceCode): Rule.SuggestionReportDescriptor | null {
    const call = node.parent;
    if (library !== 'js-yaml' || call?.type !== 'CallExpression' || call.arguments[0] !== node) return null;
    for (const options of call.arguments.slice(1)) {
      if (options.type !== 'ObjectExpression') continue;
      for (const property of options.properties) {
        if (property.type !== 'Property' || property.key.type !== 'Identifier' || property.key.name !== 'schema') continue;
        const safe = safeSchema(property.value, source);
        if (safe !== null) return { messageId: 'safeSchema', fix: fixer => fixer.replaceTextRange(property.value.range, safe) };
      }
    }
    return null;
  },
};
