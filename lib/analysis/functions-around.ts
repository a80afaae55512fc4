import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction } from '../handlers/candidate.js';

type Node = TSESTree.Node;

/** What is read of a parser's tokens. */
interface Token {
  readonly type: string;
  readonly value: string;
  readonly range: readonly [number, number];
}

interface Region<T extends Node> {
  readonly node: T;
  readonly outer: Region<T> | null;
}

/** Nodes by where they stand: of two, one lies in the other or behind it. */
class Regions<T extends Node> {
  private readonly regions: Region<T>[] = [];

  constructor(nodes: readonly T[]) {
    const open: Region<T>[] = [];
    for (const node of [...nodes].sort((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1])) {
      while (open.length > 0 && open.at(-1)!.node.range[1] <= node.range[0]) open.pop();
      const region = { node, outer: open.at(-1) ?? null };
      this.regions.push(region);
      open.push(region);
    }
  }

  /** The innermost node that a place lies in. */
  at(offset: number): T | null {
    let low = 0;
    let high = this.regions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.regions[middle]!.node.range[0] <= offset) low = middle + 1;
      else high = middle;
    }
    let region = this.regions[low - 1] ?? null;
    while (region !== null && region.node.range[1] <= offset) region = region.outer;
    return region?.node ?? null;
  }
}

function* namesIn(pattern: Node | null): Generator<string> {
  switch (pattern?.type) {
    case 'Identifier':
    case 'PrivateIdentifier':
      yield pattern.name;
      return;
    case 'Literal':
      yield String(pattern.value);
      return;
    case 'MemberExpression':
      yield* namesIn(pattern.property);
      return;
    case 'AssignmentPattern':
      yield* namesIn(pattern.left);
      return;
    case 'RestElement':
      yield* namesIn(pattern.argument);
      return;
    case 'ArrayPattern':
      for (const item of pattern.elements) yield* namesIn(item);
      return;
    case 'ObjectPattern':
      for (const property of pattern.properties) yield* namesIn(property.type === 'Property' ? property.value : property);
      return;
    default:
  }
}

/** The names that a node gives to what it holds. */
function* namesGivenBy(node: Node): Generator<string> {
  switch (node.type) {
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ClassDeclaration':
    case 'ClassExpression':
    case 'VariableDeclarator':
      yield* namesIn(node.id);
      return;
    case 'AssignmentExpression':
      yield* namesIn(node.left);
      return;
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition':
      yield* namesIn(node.key);
      return;
    case 'VariableDeclaration':
      for (const declarator of node.declarations) yield* namesIn(declarator.id);
      return;
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
      if (node.declaration !== null) yield* namesGivenBy(node.declaration);
      return;
    case 'ExpressionStatement':
      yield* namesGivenBy(node.expression);
      return;
    default:
  }
}

/**
 * The functions of a file that lead to a place: those around it, and those that mention, however they mean it, a name of one of them or of what
 * is made of it.
 *
 * @param sites the places, in a tree that is linked
 */
export function functionsAround(sites: readonly Node[], program: TSESTree.Program, blocks: readonly Node[]): ReadonlySet<Node> {
  const functions = new Regions(blocks.filter(isFunction));
  const statements = new Regions<Node>(program.body);
  const mentions = new Map<string, number[]>();
  for (const { type, value, range } of (program.tokens ?? []) as readonly Token[]) {
    const name = type === 'String' ? value.slice(1, -1) : type.endsWith('Identifier') ? value : null;
    if (name === null) continue;
    const places = mentions.get(name);
    if (places === undefined) mentions.set(name, [range[0]]);
    else places.push(range[0]);
  }
  const around = new Set<Node>();
  const names: string[] = [];
  const climb = (from: Node): void => {
    // ESLint ends the chain with null, other makers of trees leave it out.
    for (let node: Node | null | undefined = from; node && !around.has(node); node = node.parent) {
      around.add(node);
      names.push(...namesGivenBy(node));
    }
  };
  sites.forEach(climb);
  for (let name = names.pop(); name !== undefined; name = names.pop()) {
    const places = mentions.get(name) ?? [];
    mentions.delete(name);
    for (const place of places) {
      const node = functions.at(place) ?? statements.at(place);
      if (node !== null) climb(node);
    }
  }
  return around;
}
