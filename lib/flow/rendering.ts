import { getMember, namedKey } from './members.js';
import { elementsOf } from './iteration.js';
import type { Machine } from './machine.js';
import type { LibraryCall } from './machine-types.js';
import type { SummaryRecord } from './model-record.js';
import { asText } from './text.js';
import type { Value } from './value.js';
import { concatenate, constantText, constantValue, joinAll, never, ownValue } from './values.js';
import { conditionHolds, namedArgument } from './when.js';

/** @returns the text that a template makes of its data, as far as it does not escape it; nothing where its own text is not known. */
export function rendered(m: Machine, template: NonNullable<SummaryRecord['template']>, data: Value, call: LibraryCall): Value {
  const text = constantText(namedArgument(m, template, call));
  if (text === null) return never;
  const escapes = template.unescaped === undefined || !conditionHolds(m, template.unescaped, call);
  const operation = `${call.api.module}.${call.name}`;
  const pieces = m.knowledge.templatePieces(template.syntax, text, escapes);
  return concatenate(
    pieces.map(piece => (typeof piece === 'string' ? constantValue(piece) : asText(m, fieldOf(m, data, piece, call), operation))),
  );
}

/** A field of the data; a name that the data does not have is one of the items that the template goes through. */
function fieldOf(m: Machine, data: Value, names: readonly string[], call: LibraryCall): Value {
  const objects = data.references.flatMap(reference => (reference.type === 'object' ? [m.object(reference.id)] : []));
  if (objects.length === 0 || objects.some(({ properties }) => properties.has(names[0]!))) return memberAt(m, data, names, call);
  const items = objects.flatMap(({ properties }) => [...properties.values()].map(({ value }) => elementsOf(m, value, call.node)));
  return items.length === 0
    ? ownValue
    : joinAll(items.flatMap(item => [memberAt(m, item, names, call), memberAt(m, item, names.slice(1), call)]));
}

function memberAt(m: Machine, value: Value, names: readonly string[], call: LibraryCall): Value {
  return names.reduce((object, name) => getMember(m, object, namedKey(name), call.node), value);
}
