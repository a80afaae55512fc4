import type { TSESTree } from '@typescript-eslint/utils';
import type { FileNames } from './literal-secret.js';

/** Actions that give a secret's value, or decrypt. https://docs.aws.amazon.com/service-authorization/latest/reference */
const secretActions =
  /^(?:secretsmanager:(?:\*|(?:Batch)?Get(?:Secret)?\*|(?:Batch)?GetSecretValue)|ssm:(?:\*|Get\*|GetParameter(?:s|sByPath|History)?\*?)|kms:(?:\*|Decrypt\*?))$/iu;
/** Everything, or everything of the service that the actions are about. */
const everything =
  /^\*$|^arn:[^:]*:(?:secretsmanager:[^:]*:[^:]*:(?:secret:)?|ssm:[^:]*:[^:]*:(?:parameter\/?)?|kms:[^:]*:[^:]*:(?:key\/)?)\*$/u;

/** Roles that a container of ECS runs with, and what adds a statement to one: no function has it. */
const taskRoles =
  /(?:^|\.)(?:taskRole|obtainExecutionRole|addToExecutionRolePolicy|addToTaskRolePolicy)(?:\.|$)|\w*(?:task|definition)\w*\.executionRole\./iu;

/** Whether a statement is handed, at its place, to the role of a task of ECS: `definition.taskRole.addToPrincipalPolicy(...)`. */
function isForTask(statement: TSESTree.Node): boolean {
  for (let node: TSESTree.Node | undefined = statement.parent; node !== undefined; node = node.parent) {
    if (/Statement$|Declaration$|Function|^Program$|^PropertyDefinition$/u.test(node.type)) return false;
    if (node.type === 'CallExpression') return taskRoles.test(rolesIn(node.callee).join('.'));
  }
  return false;
}

/** The names in `a.b!.c`. */
function rolesIn(node: TSESTree.Node): string[] {
  if (node.type === 'MemberExpression') return [...rolesIn(node.object), nameOf(node.property)];
  if (node.type === 'TSNonNullExpression' || node.type === 'ChainExpression') return rolesIn(node.expression);
  return node.type === 'CallExpression' ? rolesIn(node.callee) : [nameOf(node)];
}

type Members = ReadonlyMap<string, TSESTree.Node>;

/**
 * A statement that allows reading every secret: `new PolicyStatement({ actions, resources })` of the CDK, or a statement of a policy as JSON has it.
 * @returns the resources, where the statement is too wide; null for any other object
 */
export function broadSecretResources(object: TSESTree.ObjectExpression, file: FileNames): TSESTree.Node | null {
  const members = membersOf(object);
  const isCdk = object.parent.type === 'NewExpression' && /(?:^|\.)PolicyStatement$/u.test(calleeName(object.parent));
  const [actions, resources, condition, effect] = isCdk
    ? [members.get('actions'), members.get('resources'), members.get('conditions'), members.get('effect')]
    : [members.get('Action'), members.get('Resource'), members.get('Condition'), members.get('Effect')];
  // With principals it is a policy of the key or the secret itself, in which the star is that one.
  if (members.has('principals') || members.has('Principal')) return null;
  if (actions === undefined || resources === undefined || condition !== undefined) return null;
  if (effect === undefined ? !isCdk : nameOf(effect).toLowerCase() !== 'allow') return null;
  if (isCdk && isForTask(object.parent)) return null;
  const isBroad = texts(actions, file).some(text => secretActions.test(text)) && texts(resources, file).some(text => everything.test(text));
  return isBroad ? resources : null;
}

function membersOf(object: TSESTree.ObjectExpression): Members {
  return new Map(
    object.properties.flatMap(property =>
      property.type === 'Property' && !property.computed
        ? [
            [
              property.key.type === 'Identifier' ? property.key.name : String((property.key as TSESTree.Literal).value),
              property.value,
            ] as const,
          ]
        : [],
    ),
  );
}

function calleeName({ callee }: TSESTree.NewExpression): string {
  return nameOf(callee);
}

/** The last name of `iam.Effect.ALLOW`, or a literal's text. */
function nameOf(node: TSESTree.Node): string {
  if (node.type === 'MemberExpression') return nameOf(node.property);
  return node.type === 'Identifier' ? node.name : node.type === 'Literal' ? String(node.value) : '';
}

/** The texts that an expression lists; what is put into a template is a part of a name. */
function texts(node: TSESTree.Node, file: FileNames): readonly string[] {
  switch (node.type) {
    case 'Literal':
      return [String(node.value)];
    case 'TemplateLiteral':
      return [node.quasis.map(({ value }) => value.raw).join('x')];
    case 'ArrayExpression':
      return node.elements.flatMap(element => (element === null ? [] : texts(element, file)));
    case 'Identifier': {
      const initial = file.initial(node);
      return initial === null || initial.type === 'Identifier' ? [] : texts(initial, file);
    }
    default:
      return [];
  }
}
