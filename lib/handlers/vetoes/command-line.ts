import type { TSESTree } from '@typescript-eslint/utils';
import type { Candidate } from '../candidate.js';
import { lastName, parameterType, parametersOf } from '../candidate.js';
import { namedType } from '../lambda-types.js';

/** What a module of a command of yargs exports beside its handler. https://github.com/yargs/yargs/blob/main/docs/advanced.md */
const beside = new Set(['command', 'builder']);

function exportedNames(statement: TSESTree.ProgramStatement): readonly string[] {
  if (statement.type === 'ExportNamedDeclaration' && statement.declaration?.type === 'VariableDeclaration')
    return statement.declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
  const left =
    statement.type === 'ExpressionStatement' && statement.expression.type === 'AssignmentExpression' && statement.expression.left;
  if (!left || left.type !== 'MemberExpression' || left.property.type !== 'Identifier') return [];
  const { object } = left;
  const exports = object.type === 'MemberExpression' && isModule(object.object) ? object.property : object;
  return exports.type === 'Identifier' && exports.name === 'exports' ? [left.property.name] : [];
}

const isModule = (node: TSESTree.Node): boolean => node.type === 'Identifier' && node.name === 'module';

/** The handler of a command of yargs: `export const command = 'deploy <stage>'` beside it, or arguments of its type. */
export function commandLine(candidate: Candidate): boolean {
  const type = namedType(parameterType(parametersOf(candidate.fn)[0]), candidate);
  if (type?.module === 'yargs') return true;
  if (lastName(candidate.exportName) !== 'handler') return false;
  return candidate.program.body.flatMap(exportedNames).some(name => beside.has(name));
}
