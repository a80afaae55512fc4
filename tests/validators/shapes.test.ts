import { describe, expect, it } from 'vitest';
import type { Shape, ValueReader } from '../../lib/flow/schema.js';
import type { Value } from '../../lib/flow/value.js';
import { constantValue, joinValues, taintValue, unknownValue } from '../../lib/flow/values.js';
import { any, arrayOf, both, objectOf, safe, text, unionOf, withFields, withRest } from '../../lib/validators/shapes.js';
import { refined, transformed } from '../../lib/validators/text-shapes.js';

const cleared = (...kinds: readonly string[]): Shape => ({ type: 'cleared', kinds });
const id = objectOf([['id', safe]], safe);
const either: Shape = { type: 'union', members: [id, arrayOf(text)] };

describe('one of several', () => {
  it.each<[string, readonly Shape[], Shape]>([
    ['nothing', [], safe],
    ['harmless or text', [safe, text], text],
    ['text or harmless', [text, safe], text],
    ['text or limited text', [text, cleared('sql')], text],
    ['limited text or text', [cleared('sql'), text], text],
    ['harmless or limited text', [safe, cleared('sql')], cleared('sql')],
    ['limited text or harmless', [cleared('sql'), safe], cleared('sql')],
    ['texts that are limited alike', [cleared('sql', 'path'), cleared('path', 'html')], cleared('path')],
    ['texts that have no limit in common', [cleared('sql'), cleared('path')], text],
    ['anything beside the rest', [id, text, any], any],
    ['objects stay apart, texts do not', [id, safe, text], { type: 'union', members: [id, text] }],
    ['one of several among others', [either, safe], { type: 'union', members: [id, arrayOf(text), safe] }],
  ])('%s', (_, shapes, expected) => {
    expect(unionOf(shapes)).toEqual(expected);
  });
});

describe('both at once, in either order', () => {
  it.each<[string, Shape, Shape, Shape]>([
    ['anything is the other', any, text, text],
    ['a harmless text', text, safe, safe],
    ['a limited text', text, cleared('sql'), cleared('sql')],
    ['a text limited twice', cleared('sql'), cleared('path'), cleared('sql', 'path')],
    ['lists', arrayOf(text), arrayOf(cleared('sql')), arrayOf(cleared('sql'))],
    [
      'objects',
      id,
      objectOf([['name', text]], any),
      objectOf(
        [
          ['id', safe],
          ['name', text],
        ],
        any,
      ),
    ],
    ['a field of both', id, objectOf([['id', text]], safe), id],
  ])('%s', (_, a, b, expected) => {
    const sorted = (shape: Shape): unknown =>
      shape.type === 'object' ? [[...shape.fields].sort(), shape.rest] : shape.type === 'cleared' ? [...shape.kinds].sort() : shape;
    expect(sorted(both(a, b))).toEqual(sorted(expected));
    expect(sorted(both(b, a))).toEqual(sorted(expected));
  });

  it('what cannot be both is what the first one is', () => {
    expect(both(cleared('sql'), id)).toEqual(cleared('sql'));
    expect(both(arrayOf(text), id)).toEqual(arrayOf(text));
    expect(both(id, arrayOf(text))).toEqual(id);
  });

  it('one of several is asked for each of them', () => {
    expect(both(either, id)).toEqual(either);
    expect(both(id, { type: 'union', members: [safe, id] })).toEqual({ type: 'union', members: [id, safe] });
  });
});

describe('other fields', () => {
  it('only objects have any', () => {
    expect(
      withFields(
        objectOf(
          [
            ['id', safe],
            ['name', text],
          ],
          any,
        ),
        name => name === 'id',
      ),
    ).toEqual(objectOf([['id', safe]], any));
    expect(withFields(text, () => true)).toEqual(text);
    expect(withRest(id, any)).toEqual(objectOf([['id', safe]], any));
    expect(withRest(text, any)).toEqual(text);
  });
});

/** A reader for which the program's tests let nothing through that harms SQL, and its functions give one value. */
const reader = (given: Value = unknownValue): ValueReader =>
  ({ accepts: () => (kind: string) => kind === 'sql', apply: () => given }) as unknown as ValueReader;

describe("what the program's own functions do", () => {
  it('a test limits a text further', () => {
    expect(refined(text, unknownValue, reader())).toEqual(cleared('sql'));
    expect(refined(cleared('path'), unknownValue, reader())).toEqual(cleared('path', 'sql'));
  });

  it('a test says nothing of an object, and none says nothing of a text', () => {
    expect(refined(id, unknownValue, reader())).toEqual(id);
    expect(refined(text, undefined, reader())).toEqual(text);
  });

  it('a constant is harmless, what was made of the text is not', () => {
    const tainted = { ...taintValue([{} as Value['taints'][number]]) };
    expect(transformed(text, unknownValue, reader(constantValue('a')))).toEqual(safe);
    expect(transformed(text, unknownValue, reader(unknownValue))).toEqual(any);
    expect(transformed(text, unknownValue, reader(tainted))).toEqual(any);
    expect(transformed(text, unknownValue, reader(joinValues(constantValue('a'), unknownValue)))).toEqual(any);
    expect(transformed(text, undefined, reader(constantValue('a')))).toEqual(any);
    expect(transformed(safe, undefined, reader())).toEqual(safe);
  });
});
