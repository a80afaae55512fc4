import type { TSESTree } from '@typescript-eslint/utils';
import { provenByConstructor } from './own-errors.js';
import { proofOfCase } from './conditions.js';
import { annotatedValue } from './annotations.js';
import { evaluate, settled } from './expressions.js';
import { defineClass } from './classes.js';
import { makeFunction } from './functions.js';
import { forEach, loop } from './loops.js';
import { nearestTry } from './failing.js';
import type { Machine } from './machine.js';
import type { JumpTarget } from './machine-types.js';
import { getMember, namedKey } from './members.js';
import { runBehind } from './narrowed.js';
import { assign, declare } from './patterns.js';
import type { Property, State } from './state.js';
import type { Node, Part, Value } from './value.js';
import { isDeferredRequire } from './variables.js';
import { meet } from './ways.js';
import { isNever, joinAll, joinValues, mayBeFalsy, mayBeTruthy, undefinedValue } from './values.js';

/** Carries out a statement. */
export function execute(m: Machine, node: Node, label: string | null = null): void {
  if (!m.state.live || !m.enter()) return;
  executeNode(m, node, label);
  m.leave();
}

function executeNode(m: Machine, node: Node, label: string | null): void {
  switch (node.type) {
    case 'ExpressionStatement':
      evaluate(m, node.expression);
      return;
    case 'VariableDeclaration':
      for (const declarator of node.declarations) {
        const { id, init } = declarator;
        if (isDeferredRequire(declarator)) continue;
        if (init) assign(m, id, annotatedValue(m, id, evaluate(m, init)), node, init);
        else if (node.kind !== 'var' && !node.declare) declare(m, id);
      }
      return;
    case 'BlockStatement':
    case 'StaticBlock':
    case 'Program':
      if (label === null) for (const statement of node.body) execute(m, statement);
      else breakable(m, label, () => node.body.forEach(statement => execute(m, statement)));
      return;
    case 'ReturnStatement':
      returnValue(m, node.argument ? settled(m, evaluate(m, node.argument)) : undefinedValue, node.argument ?? node);
      return;
    case 'IfStatement':
      ifStatement(m, node);
      return;
    case 'ForStatement':
      if (node.init) {
        if (node.init.type === 'VariableDeclaration') execute(m, node.init);
        else evaluate(m, node.init);
      }
      loop(m, label, node.test, node.body, node.update, true);
      return;
    case 'WhileStatement':
      loop(m, label, node.test, node.body, null, true);
      return;
    case 'DoWhileStatement':
      loop(m, label, node.test, node.body, null, false);
      return;
    case 'ForOfStatement':
    case 'ForInStatement':
      forEach(m, node, label);
      return;
    case 'SwitchStatement':
      switchStatement(m, node);
      return;
    case 'TryStatement':
      tryStatement(m, node);
      return;
    case 'ThrowStatement':
      throwValue(m, evaluate(m, node.argument), node);
      return;
    case 'BreakStatement':
    case 'ContinueStatement':
      jumpStatement(m, node);
      return;
    case 'LabeledStatement':
      execute(m, node.body, node.label.name);
      return;
    case 'ClassDeclaration':
      defineClass(m, node);
      return;
    case 'ExportNamedDeclaration':
      if (node.declaration) execute(m, node.declaration);
      return;
    case 'ExportDefaultDeclaration':
      if (node.declaration.type === 'ClassDeclaration') defineClass(m, node.declaration);
      else if (node.declaration.type === 'FunctionDeclaration' && node.declaration.id === null)
        m.module.defaultExport = makeFunction(m, node.declaration);
      else if (node.declaration.type !== 'FunctionDeclaration' && isExpression(node.declaration))
        m.module.defaultExport = evaluate(m, node.declaration);
      return;
    case 'TSExportAssignment':
      m.module.exportAssignment = evaluate(m, node.expression);
      return;
    case 'WithStatement':
      execute(m, node.body);
      return;
    case 'TSModuleDeclaration':
      namespace(m, node);
      return;
    default:
  }
}

/** A namespace of TypeScript's: its statements run, and what they export is an object. */
function namespace(m: Machine, node: TSESTree.TSModuleDeclaration): void {
  if (node.declare || node.body?.type !== 'TSModuleBlock' || node.id.type !== 'Identifier') return;
  const properties = new Map<string, Property>();
  for (const statement of node.body.body) {
    execute(m, statement);
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : null;
    const names =
      declared?.type === 'VariableDeclaration'
        ? declared.declarations.map(({ id }) => id)
        : declared !== null && 'id' in declared
          ? [declared.id]
          : [];
    for (const name of names) {
      if (name?.type === 'Identifier') properties.set(name.name, { value: evaluate(m, name), node: name, getter: false });
    }
  }
  const variable = m.module.variableOf(node.id);
  if (variable !== null) m.state.setValue(m.cell(variable).id, m.allocate(node, { properties, lasting: m.invocation === 0 }));
}

function isExpression(node: Node): boolean {
  return (
    !node.type.startsWith('TS') ||
    node.type === 'TSAsExpression' ||
    node.type === 'TSSatisfiesExpression' ||
    node.type === 'TSNonNullExpression'
  );
}

/** Leaves the function with a value. */
function returnValue(m: Machine, value: Value, node: Node): void {
  const target = nearest(m, jump => jump.kind === 'function');
  if (m.state.live) target?.exits.push({ state: m.state.flattenOver(target.base), value, node });
  m.state.live = false;
}

function nearest(m: Machine, test: (jump: JumpTarget) => boolean): JumpTarget | undefined {
  return m.jumps.findLast(test);
}

/** Throws of called functions reach one `catch` by the thousand; what holds there is settled long before. */
const mostThrows = 64;

function throwValue(m: Machine, value: Value, node: Node): void {
  const target = nearestTry(m);
  if (target === undefined) respondWithError(m, value, node);
  else if (m.state.live && target.exits.length < mostThrows) target.exits.push({ state: m.state.flattenOver(target.base), value, node });
  else if (m.state.live) target.failures.push(value);
  m.state.live = false;
}

/**
 * API Gateway finds the status in an error's message by a pattern, and passes the message on: `throw new Error('[404] …')`.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/handle-errors-in-lambda-integration.html
 */
export function respondWithError(m: Machine, value: Value, node: Node): void {
  const isStatus = ([first]: readonly Part[]): boolean => typeof first === 'string' && /^\[[45]\d\d\]/u.test(first);
  const message = value.texts === null ? getMember(m, value, namedKey('message'), node) : value;
  if (message.texts?.some(isStatus) === true) m.onResponse?.(message, node, m);
}

function jumpStatement(m: Machine, node: TSESTree.BreakStatement | TSESTree.ContinueStatement): void {
  const name = node.label?.name ?? null;
  const isBreak = node.type === 'BreakStatement';
  const target = nearest(m, jump =>
    name === null ? jump.kind === 'loop' || (isBreak && jump.kind === 'block' && jump.label === null) : jump.label === name,
  );
  if (target === undefined) m.state.live = false;
  else m.jump(target, isBreak ? target.breaks : target.continues);
}

/** Runs a block that `break LABEL` can leave. */
function breakable(m: Machine, label: string | null, run: () => void): void {
  const base = m.state;
  const target = m.target('block', label);
  const layer = m.branch(() => m.withTarget(target, run));
  base.merge([layer, ...target.breaks]);
}

function ifStatement(m: Machine, node: TSESTree.IfStatement): void {
  const test = evaluate(m, node.test);
  const base = m.state;
  const layers: State[] = [];
  if (mayBeTruthy(test)) {
    layers.push(
      m.branch(() => {
        m.state.addFacts(test.proof?.whenTrue ?? noFacts);
        runBehind(m, node.test, true, () => execute(m, node.consequent));
      }),
    );
  }
  if (mayBeFalsy(test)) {
    layers.push(
      m.branch(() => {
        m.state.addFacts(test.proof?.whenFalse ?? noFacts);
        const { alternate } = node;
        if (alternate) runBehind(m, node.test, false, () => execute(m, alternate));
      }),
    );
  }
  meet(m, base, layers);
}

const noFacts: ReadonlyMap<number, number> = new Map();
function switchStatement(m: Machine, node: TSESTree.SwitchStatement): void {
  const subject = evaluate(m, node.discriminant);
  breakable(m, null, () => {
    const base = m.state;
    let falling: State | null = null;
    const defaultIndex = node.cases.findIndex(({ test }) => test === null);
    const done: State[] = [];
    node.cases.forEach(({ test, consequent }) => {
      const layer = m.branch(() => {
        if (falling?.live) m.state.merge([falling, m.branch(() => enterCase(m, subject, test, node.discriminant))]);
        else enterCase(m, subject, test, node.discriminant);
        for (const statement of consequent) execute(m, statement);
      });
      falling = layer;
    });
    if (falling !== null) done.push(falling);
    if (defaultIndex === -1) done.push(m.branch(() => undefined));
    base.merge(done);
  });
}

function enterCase(m: Machine, subject: Value, test: Node | null, read: Node): void {
  if (test === null) return;
  const type = evaluate(m, test);
  m.state.addFacts(proofOfCase(m, subject, type));
  m.state.addFacts(provenByConstructor(m, read, type));
}

const maxTryStates = 40;

/** Carries out the statements of a `try` block, keeping what holds before each of them, and inside the last when it has parts. */
function executeInTry(m: Machine, body: readonly Node[], base: State, before: State[]): void {
  body.forEach((statement, i) => {
    if (m.state.live && i > 0 && before.length < maxTryStates) before.push(m.state.flattenOver(base));
    execute(m, statement);
  });
  const last = body[body.length - 1];
  const isSimple =
    last === undefined ||
    last.type === 'ExpressionStatement' ||
    last.type === 'VariableDeclaration' ||
    last.type === 'ReturnStatement' ||
    last.type === 'ThrowStatement';
  if (!isSimple && m.state.live) before.push(m.state.flattenOver(base));
}

function tryStatement(m: Machine, node: TSESTree.TryStatement): void {
  const base = m.state;
  const target = m.target('try');
  const layers: State[] = [];
  const before: State[] = [];
  const block = m.branch(() => {
    if (node.handler === null) execute(m, node.block);
    else m.withTarget(target, () => executeInTry(m, node.block.body, base, before));
  });
  layers.push(block);
  if (node.handler !== null) {
    const { param, body } = node.handler;
    const handler = m.branch(() => {
      // Any statement of the block may throw: the handler starts from before one of them, or from a throw.
      m.state.merge([m.branch(() => undefined), ...before, ...target.exits.map(exit => exit.state)]);
      if (param !== null) {
        const thrown = joinAll([...target.exits.map(exit => exit.value), ...target.failures]);
        const isOwn = !target.mayFail && !m.rough && !isNever(thrown);
        assign(m, param, isOwn ? thrown : joinValues(m.errorAt(param), thrown), node.handler!, null);
      }
      execute(m, body);
    });
    layers.push(handler);
  }
  base.merge(layers);
  if (node.finalizer) {
    const wasLive = base.live;
    base.live = true;
    execute(m, node.finalizer);
    base.live = base.live && wasLive;
  }
}
