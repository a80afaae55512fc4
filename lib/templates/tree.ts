/** Offsets in a file's text, end excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type Scalar = string | number | boolean | null;

/** A value of a template, whatever it is written in: YAML, JSON or HCL. */
export type Tree =
  /** `from` is where the text begins, if it stands in the file character for character. */
  | (Span & { readonly kind: 'scalar'; readonly value: Scalar; readonly from?: number })
  | (Span & { readonly kind: 'list'; readonly items: readonly Tree[] })
  | (Span & { readonly kind: 'map'; readonly entries: readonly Entry[] })
  /** An intrinsic function of CloudFormation (`Ref`, `Fn::Sub` without its prefix) or a function of HCL. */
  | (Span & { readonly kind: 'call'; readonly name: string; readonly args: readonly Tree[] })
  /** A name of HCL: `var.password`, `aws_iam_role.orders.arn`. */
  | (Span & { readonly kind: 'name'; readonly path: string })
  /** What is not read: operators, conditions, loops. */
  | (Span & { readonly kind: 'other' });

export interface Entry {
  readonly key: string;
  /** Where the key is written. */
  readonly at: Span;
  readonly value: Tree;
}

export type CallTree = Extract<Tree, { kind: 'call' }>;

/** The entries of a map; none of anything else. */
export const entriesOf = (tree: Tree | undefined): readonly Entry[] => (tree?.kind === 'map' ? tree.entries : []);

/** An entry of a map. */
export const entryAt = (tree: Tree | undefined, key: string): Entry | undefined => entriesOf(tree).find(entry => entry.key === key);

/** The value at a path of keys; undefined where one is missing. */
export const at = (tree: Tree | undefined, ...keys: readonly string[]): Tree | undefined =>
  keys.reduce<Tree | undefined>((value, key) => entryAt(value, key)?.value, tree);

/** The items of a list; a value alone counts as a list of one, as it does in policies. */
export const itemsOf = (tree: Tree | undefined): readonly Tree[] => (tree === undefined ? [] : tree.kind === 'list' ? tree.items : [tree]);

/** The text of a string or a number. */
export const textOf = (tree: Tree | undefined): string | undefined =>
  tree?.kind === 'scalar' && (typeof tree.value === 'string' || typeof tree.value === 'number') ? String(tree.value) : undefined;

/** The texts among the items of a list. */
export const textsOf = (tree: Tree | undefined): string[] => itemsOf(tree).flatMap(item => textOf(item) ?? []);

/** Whether a value is known to the last part: no references and no functions in it. */
export const isPlain = (tree: Tree | undefined): boolean =>
  tree === undefined ||
  tree.kind === 'scalar' ||
  (tree.kind === 'list' && tree.items.every(isPlain)) ||
  (tree.kind === 'map' && tree.entries.every(({ value }) => isPlain(value)));

/** A value of another file as if it were written at a place of this one: where it is referred to. */
export function placedAt(tree: Tree, { start, end }: Span): Tree {
  const place = { start, end };
  if (tree.kind === 'list') return { kind: 'list', ...place, items: tree.items.map(item => placedAt(item, place)) };
  if (tree.kind === 'map') {
    const entries = tree.entries.map(({ key, value }) => ({ key, at: place, value: placedAt(value, place) }));
    return { kind: 'map', ...place, entries };
  }
  if (tree.kind === 'call') return { ...tree, ...place, args: tree.args.map(arg => placedAt(arg, place)) };
  return tree.kind === 'scalar' ? { kind: 'scalar', ...place, value: tree.value } : { ...tree, ...place };
}
