import type { FieldFacts, FieldModel } from './origin.js';

const held: FieldFacts = { trust: 'controlled', label: null, form: 'json', whole: false, sensitive: null };
const harmless: FieldFacts = { ...held, trust: 'trusted' };

/** Steps of `Parameters[].Value`: `Parameters`, `[]`, `Value`. */
const stepsOf = (path: string): readonly string[] => path.match(/\[\]|[^.[\]]+/gu) ?? [];

const isElement = (step: string): boolean => step.startsWith('[') || step === '*';

const list = /^(?:\[.*\]|\*|rows|records?|recordsets?|Items|Records)$/u;

/** The facts of rows: a row's names are those of its columns, which the query or the table names. */
export const rowFields: FieldModel = {
  facts: path => (path.every(step => list.test(step)) ? { ...held, fixedNames: true } : held),
};

/** DynamoDB gives objects: printed by themselves they are inspected. */
const record = /^(?:Items?|Attributes|Responses)$/u;
const isRecord = ([first, ...others]: readonly string[]): boolean => record.test(first ?? '') && others.every(isElement);

/**
 * The facts of a source that lies in some places of a value only.
 *
 * @param members those places: `SecretString`, `Parameters[].Value`; with none of them only the value as a whole is the source
 */
export function partialFields(members: readonly string[]): FieldModel {
  const places = members.map(stepsOf);
  return {
    facts(path) {
      if (path.length === 0) return held;
      const fits = (place: readonly string[]): boolean =>
        place.every((step, i) => i >= path.length || path[i] === step || path[i] === '*' || (step === '[]' && isElement(path[i]!)));
      return places.some(fits) ? (isRecord(path) ? { ...held, object: true } : held) : harmless;
    },
  };
}
