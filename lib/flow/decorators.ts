import { evaluate } from './expressions.js';
import { memberName } from './classes.js';
import type { Machine } from './machine.js';
import type { Value } from './value.js';

interface DecoratedField {
  readonly name: string;
  readonly decorators: readonly Value[];
  readonly annotation: string | null;
}

/** The fields of a local class with the library calls that decorate them: `@IsUUID() id: string`. */
export function decoratedFields(m: Machine, value: Value): readonly DecoratedField[] | null {
  const [reference] = value.references;
  if (reference?.type !== 'class') return null;
  const fields: DecoratedField[] = [];
  const before = { environment: m.environment, module: m.module };
  m.environment = reference.environment;
  m.module = reference.environment.module;
  for (const member of reference.node.body.body) {
    if (member.type !== 'PropertyDefinition') continue;
    const name = memberName(member);
    if (name === null) continue;
    const annotation = member.typeAnnotation ? m.module.text.slice(...member.typeAnnotation.typeAnnotation.range) : null;
    // Espree has no decorators.
    const decorators = (member.decorators as typeof member.decorators | undefined) ?? [];
    fields.push({ name, decorators: decorators.map(decorator => evaluate(m, decorator.expression)), annotation });
  }
  m.environment = before.environment;
  m.module = before.module;
  const inherited = reference.parent === null ? null : decoratedFields(m, reference.parent);
  return [...(inherited ?? []), ...fields];
}
