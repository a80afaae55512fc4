import type { Shape } from '../flow/schema.js';

export const any: Shape = { type: 'any' };
export const safe: Shape = { type: 'safe' };
export const text: Shape = { type: 'text' };

/** @returns what the members hold that an object may have besides those listed, when their names are not limited by their being refused or left out. */
export function underAnyName(values: Shape): Shape {
  return values.type === 'safe' ? { type: 'safe', underAnyName: true } : values;
}

/** @returns a list of such elements; of harmless ones too, since a list may stand where a text is expected. */
export function arrayOf(element: Shape): Shape {
  return { type: 'array', element };
}

export function objectOf(fields: Iterable<readonly [string, Shape]>, rest: Shape): Shape {
  return { type: 'object', fields: new Map(fields), rest };
}

type Scalar = Shape & { readonly type: 'safe' | 'text' | 'cleared' };

function isScalar(shape: Shape): shape is Scalar {
  return shape.type === 'safe' || shape.type === 'text' || shape.type === 'cleared';
}

function clearedBy(kinds: readonly string[]): Shape {
  return kinds.length === 0 ? text : { type: 'cleared', kinds };
}

/** Either of two harmless or textual values. */
function eitherScalar(a: Scalar, b: Scalar): Scalar {
  if (a.type === 'safe') return b.type === 'safe' && a.underAnyName === true ? a : b;
  if (b.type === 'safe') return a;
  if (a.type === 'text' || b.type === 'text') return text as Scalar;
  return clearedBy(a.kinds.filter(kind => b.kinds.includes(kind))) as Scalar;
}

/** @returns what a value is that is one of these. */
export function unionOf(shapes: readonly Shape[]): Shape {
  const flat = shapes.flatMap(shape => (shape.type === 'union' ? shape.members : [shape]));
  if (flat.some(shape => shape.type === 'any')) return any;
  const scalars = flat.filter(isScalar);
  const members: Shape[] = flat.filter(shape => !isScalar(shape));
  if (scalars.length > 0) members.push(scalars.reduce(eitherScalar));
  return members.length === 1 ? members[0]! : members.length === 0 ? safe : { type: 'union', members };
}

/** @returns what a value is that is both. */
export function both(a: Shape, b: Shape): Shape {
  if (a.type === 'any') return b;
  if (b.type === 'any') return a;
  if (a.type === 'union') return unionOf(a.members.map(member => both(member, b)));
  if (b.type === 'union') return unionOf(b.members.map(member => both(a, member)));
  if (a.type === 'safe' || b.type === 'safe') return safe;
  if (a.type === 'text') return b.type === 'cleared' ? b : text;
  if (b.type === 'text') return a.type === 'cleared' ? a : text;
  if (a.type === 'cleared') return b.type === 'cleared' ? clearedBy([...new Set([...a.kinds, ...b.kinds])]) : a;
  if (a.type === 'array') return b.type === 'array' ? arrayOf(both(a.element, b.element)) : a;
  return b.type === 'object' ? mergeObjects(a, b) : a;
}

type ObjectShape = Shape & { readonly type: 'object' };

/** A field that one of two objects names is what that one says: the other knows it at most as the rest that it leaves out. */
function mergeObjects(a: ObjectShape, b: ObjectShape): Shape {
  const fields = new Map(a.fields);
  for (const [name, shape] of b.fields) {
    const other = a.fields.get(name);
    fields.set(name, other === undefined ? shape : both(other, shape));
  }
  return objectOf(fields, a.rest.type === 'safe' ? b.rest : b.rest.type === 'safe' ? a.rest : both(a.rest, b.rest));
}

/** @returns the shape with another rest, when it is an object's. */
export function withRest(shape: Shape, rest: Shape): Shape {
  return shape.type === 'object' ? { ...shape, rest } : shape;
}

/** @returns the shape with more fields, or other ones of the same names, when both are objects'; the second one's rest counts. */
export function extended(shape: Shape, more: Shape): Shape {
  return shape.type === 'object' && more.type === 'object' ? objectOf([...shape.fields, ...more.fields], more.rest) : any;
}

/** @returns the shape without the fields that do not pass, when it is an object's. */
export function withFields(shape: Shape, keep: (name: string) => boolean): Shape {
  return shape.type === 'object'
    ? objectOf(
        [...shape.fields].filter(([name]) => keep(name)),
        shape.rest,
      )
    : shape;
}
