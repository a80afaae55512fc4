import type { TSESTree } from '@typescript-eslint/utils';
import { childrenOf } from './children.js';
import type { FunctionNode } from '../flow/value.js';
import { isFunctionExpression, parametersOf } from './candidate.js';

type Node = TSESTree.Node;
/** Steps from the event: member names and `[]`; `#values` and `#entries` stand for what Object.values and Object.entries return. */
type Steps = readonly string[];

const elementMethods = new Set(['map', 'forEach', 'filter', 'flatMap', 'some', 'every', 'find', 'findLast', 'findIndex']);
const sameListMethods = new Set(['filter', 'slice', 'reverse', 'sort', 'toSorted', 'concat']);
const maxReads = 500;

/** Local names that hold a place of the event, innermost function first. */
class Names {
  private readonly own = new Map<string, Steps | null>();
  constructor(private readonly outer: Names | null) {}

  get(name: string): Steps | null {
    const own = this.own.get(name);
    return own === undefined ? (this.outer?.get(name) ?? null) : own;
  }

  set(name: string, steps: Steps | null): void {
    this.own.set(name, steps);
  }
}

function element(steps: Steps): Steps {
  const last = steps[steps.length - 1];
  if (last === '#values') return [...steps.slice(0, -1), '*'];
  return last === '#entries' ? [...steps.slice(0, -1), '#entry'] : [...steps, '[]'];
}

function memberStep(node: TSESTree.MemberExpression): string {
  if (!node.computed) return node.property.type === 'Identifier' ? node.property.name : '*';
  if (node.property.type !== 'Literal') return '*';
  return typeof node.property.value === 'number' ? '[]' : String(node.property.value);
}

class Reader {
  readonly reads: Steps[] = [];

  private record(steps: Steps): void {
    if (this.reads.length < maxReads) this.reads.push(steps);
  }

  /** Binds the names of a pattern to the places that they take from a value. */
  bind(pattern: Node, steps: Steps | null, names: Names): void {
    switch (pattern.type) {
      case 'Identifier':
        names.set(pattern.name, steps);
        return;
      case 'AssignmentPattern':
        this.bind(pattern.left, steps, names);
        return;
      case 'RestElement':
        this.bind(pattern.argument, steps, names);
        return;
      case 'ArrayPattern':
        pattern.elements.forEach((item, i) => {
          if (item === null) return;
          const isEntry = steps?.[steps.length - 1] === '#entry';
          this.bind(item, steps === null ? null : isEntry ? (i === 1 ? [...steps.slice(0, -1), '*'] : null) : element(steps), names);
        });
        return;
      case 'ObjectPattern':
        for (const property of pattern.properties) {
          if (property.type === 'RestElement') this.bind(property, steps, names);
          else this.bindProperty(property, steps, names);
        }
        return;
      default:
        return;
    }
  }

  private bindProperty(property: TSESTree.Property, steps: Steps | null, names: Names): void {
    const { key } = property;
    const name = key.type === 'Literal' ? String(key.value) : key.type === 'Identifier' && !property.computed ? key.name : '*';
    const place = steps === null ? null : [...steps, name];
    if (place !== null) this.record(place);
    this.bind(property.value, place, names);
  }

  /** The place of the event that an expression stands for, or null. */
  place(node: Node | null | undefined, names: Names): Steps | null {
    switch (node?.type) {
      case 'Identifier':
        return names.get(node.name);
      case 'MemberExpression': {
        const object = this.place(node.object, names);
        if (object === null) return null;
        const step = memberStep(node);
        return step === '[]' ? element(object) : [...object, step];
      }
      case 'ChainExpression':
      case 'TSNonNullExpression':
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSTypeAssertion':
        return this.place(node.expression, names);
      case 'AwaitExpression':
        return this.place(node.argument, names);
      case 'LogicalExpression':
        return this.place(node.left, names) ?? this.place(node.right, names);
      case 'ConditionalExpression':
        return this.place(node.consequent, names) ?? this.place(node.alternate, names);
      case 'AssignmentExpression':
        return this.place(node.right, names);
      case 'CallExpression':
        return this.called(node, names);
      default:
        return null;
    }
  }

  private called(node: TSESTree.CallExpression, names: Names): Steps | null {
    const { callee } = node;
    if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return null;
    const name = callee.property.name;
    if (callee.object.type === 'Identifier' && callee.object.name === 'Object' && (name === 'values' || name === 'entries')) {
      const place = this.place(node.arguments[0], names);
      return place && [...place, `#${name}`];
    }
    return sameListMethods.has(name) ? this.place(callee.object, names) : null;
  }

  visit(node: Node, names: Names): void {
    switch (node.type) {
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        this.enter(node, null, names);
        return;
      case 'VariableDeclarator':
        if (node.init !== null) this.visit(node.init, names);
        this.bind(node.id, this.place(node.init, names), names);
        return;
      case 'AssignmentExpression':
        this.visit(node.right, names);
        if (node.operator === '=' && node.left.type !== 'MemberExpression') this.bind(node.left, this.place(node.right, names), names);
        else this.visit(node.left, names);
        return;
      case 'ForOfStatement': {
        const list = this.place(node.right, names);
        const target = node.left.type === 'VariableDeclaration' ? node.left.declarations[0].id : node.left;
        this.visit(node.right, names);
        this.bind(target, list && element(list), names);
        this.visit(node.body, names);
        return;
      }
      case 'BinaryExpression':
        if (node.operator === 'in' && node.left.type === 'Literal') {
          const object = this.place(node.right, names);
          if (object !== null) this.record([...object, String(node.left.value)]);
        }
        break;
      case 'MemberExpression': {
        const place = this.place(node, names);
        if (place === null) break;
        this.record(place);
        if (node.computed) this.visit(node.property, names);
        return;
      }
      case 'CallExpression':
        this.visitCall(node, names);
        return;
      default:
        break;
    }
    for (const child of childrenOf(node)) this.visit(child, names);
  }

  private visitCall(node: TSESTree.CallExpression, names: Names): void {
    const { callee } = node;
    this.visit(callee, names);
    const method = callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : '';
    const list =
      callee.type === 'MemberExpression' && (elementMethods.has(method) || method === 'reduce') ? this.place(callee.object, names) : null;
    for (const [i, argument] of node.arguments.entries()) {
      if (i === 0 && list !== null && isFunctionExpression(argument))
        this.enter(argument, { index: method === 'reduce' ? 1 : 0, steps: element(list) }, names);
      else this.visit(argument, names);
    }
  }

  enter(fn: FunctionNode, bound: { readonly index: number; readonly steps: Steps } | null, outer: Names): void {
    const names = new Names(outer);
    parametersOf(fn).forEach((parameter, i) => this.bind(parameter, i === bound?.index ? bound.steps : null, names));
    if (fn.body !== null) this.visit(fn.body, names);
  }
}

const known = new WeakMap<FunctionNode, readonly Steps[]>();

/**
 * The places of its first parameter that a function reads, in order, with what is destructured in its signature: aliases, loops and callbacks of
 * list methods are followed, other functions are not.
 */
export function readsOf(fn: FunctionNode): readonly Steps[] {
  // Evidence, vetoes and the type of the event ask in turn.
  let reads = known.get(fn);
  if (reads === undefined) {
    const reader = new Reader();
    reader.enter(fn, { index: 0, steps: [] }, new Names(null));
    known.set(fn, (reads = reader.reads));
  }
  return reads;
}

/** @returns whether a read place is the pattern's or lies below it; `*` is any name. */
export function covers(pattern: Steps, read: Steps): boolean {
  return (
    pattern.length <= read.length &&
    pattern.every((step, i) => step === read[i] || (step === '*' && read[i] !== '[]') || (step === '[]' && read[i] === '*'))
  );
}
