import type { ModuleRecord } from '../flow/module-record.js';
import type { Node } from '../flow/value.js';

/** @returns where a module exports something under a name: for a handler that a function of another module made. */
export function exportPlace(module: ModuleRecord, name: string): Node {
  const identifier = module.exports.get(name)?.identifier;
  if (identifier) return identifier;
  const textOf = (statement: Node): string => module.text.slice(...statement.range);
  const statements = module.program.body.filter(statement => /^(?:module\.)?exports\b|^export default\b/u.test(textOf(statement)));
  return statements.find(statement => textOf(statement).includes(`.${name}`)) ?? statements[0] ?? module.program;
}
