import type { ModuleRecord } from './module-record.js';
import type { Node } from './value.js';

/** What is known of a place in an event (or in another source's data) from its model. */
export interface FieldFacts {
  readonly trust: 'controlled' | 'trusted' | 'identity';
  readonly label: string | null;
  readonly form: 'string' | 'text' | 'json';
  readonly whole: boolean;
  readonly sensitive: string | null;
  /** An object whose members are known: printed by itself it is inspected, and its texts are quoted. */
  readonly object?: true;
  /** A text that starts with a slash. */
  readonly rooted?: true;
  /** What is written here is sent as HTML. */
  readonly mail?: true;
  /** What the origin answered: a handler changes it and gives it back. */
  readonly answer?: true;
  /** The service's own name of what it keeps of the sender's elsewhere. */
  readonly names?: true;
  /** The names of its members are the service's: topics, queues, fields. */
  readonly fixedNames?: true;
}

/** The model of a source's data: facts about the place that a path leads to. */
export interface FieldModel {
  /** @param path members from the root; elements of arrays are `[0]` or `[]`; what was parsed out of text is not a step. */
  facts(path: readonly string[]): FieldFacts;
}

const plainFacts: FieldFacts = { trust: 'controlled', label: null, form: 'json', whole: false, sensitive: null };

/** Facts of a source about whose parts nothing is known. */
export const plainFields: FieldModel = { facts: () => plainFacts };

/** The same fields, each of them a string. */
function textFields(model: FieldModel): FieldModel {
  return { facts: path => ({ ...model.facts(path), form: 'string' }) };
}

const maxDepth = 30;
let nextId = 1;

/**
 * A place where data comes from, or a text derived from such data. Identity is by object: the same place is the same origin.
 * A path grows by members; a derivation (`trim()`, parsing) makes an origin of its own, so that a test of the derived text says nothing of the first.
 */
export class Origin {
  readonly id = nextId++;
  readonly root: Origin;
  /** The program reads members of it: it takes it for an object. */
  hasMembers = false;
  private readonly children = new Map<string, Origin>();

  private constructor(
    /** Kind of source: `event`, `stored`, `error` … */
    readonly kind: string,
    /** The origin this one is a part of or derived from. */
    readonly parent: Origin | null,
    /** As a reader would write it: `event.Records[0].s3.object.key`. */
    readonly path: string,
    private readonly fieldPath: readonly string[],
    private readonly model: FieldModel,
    readonly facts: FieldFacts,
    /** What was parsed out of text may be an object; a text derived by a string method is a string. */
    readonly form: 'string' | 'text' | 'json',
    /** Where the root enters the program: the parameter, the call. */
    readonly node: Node,
    readonly module: ModuleRecord,
    private readonly depth: number,
    /** The operation that derived it: `trim`, `path.resolve`; null for a place. */
    readonly operation: string | null = null,
    /** The URL whose host this is. */
    readonly urlOf: Origin | null = null,
  ) {
    this.root = parent?.root ?? this;
  }

  static root(kind: string, path: string, model: FieldModel, node: Node, module: ModuleRecord, label: string | null = null): Origin {
    const facts = model.facts([]);
    return new Origin(
      kind,
      null,
      path,
      [],
      model,
      label === null ? facts : { ...facts, label: facts.label ?? label },
      facts.form,
      node,
      module,
      0,
    );
  }

  /** In words, when a model has them: "the S3 object key". */
  get label(): string | null {
    return this.facts.label;
  }

  /** @param name a property name, `[]` for any element, `[0]` for a certain one, `*` for a computed one. */
  member(name: string): Origin {
    return this.child(name, () => {
      const fieldPath = [...this.fieldPath, name];
      const facts = this.model.facts(fieldPath);
      const kind = facts.trust === 'identity' ? 'identity' : this.root.kind;
      return new Origin(
        kind,
        this,
        this.path + memberText(name),
        fieldPath,
        this.model,
        facts,
        facts.form,
        this.node,
        this.module,
        this.depth + 1,
      );
    });
  }

  /** Data parsed out of this text at a place in the code. @param key names the place: two parses are two objects. */
  parsed(key: string, leavesAreText = false): Origin {
    return this.child(`parsed ${key}`, () => {
      const { facts } = this;
      return new Origin(
        this.kind,
        this,
        this.path,
        this.fieldPath,
        leavesAreText ? textFields(this.model) : this.model,
        facts,
        'json',
        this.node,
        this.module,
        this.depth + 1,
      );
    });
  }

  /** Text made from this one by an operation. @param key names its arguments: the same operation twice is the same text. */
  derived(operation: string, key = ''): Origin {
    return this.child(`derived ${operation} ${key}`, () => {
      // What the members are called gives away none of what they hold.
      const facts = operation === 'keys' ? { ...this.facts, whole: false, sensitive: null } : this.facts;
      return new Origin(
        this.kind,
        this,
        this.path,
        this.fieldPath,
        this.model,
        facts,
        'string',
        this.node,
        this.module,
        this.depth + 1,
        operation,
      );
    });
  }

  /** A part of this URL; its host decides about the whole. */
  urlPart(name: string): Origin {
    return this.child(`url ${name}`, () => {
      const { facts } = this;
      const host = name === 'host' || name === 'hostname' || name === 'origin' ? this : null;
      return new Origin(
        this.kind,
        this,
        this.path,
        this.fieldPath,
        this.model,
        facts,
        'string',
        this.node,
        this.module,
        this.depth + 1,
        `URL.${name}`,
        host,
      );
    });
  }

  private child(key: string, create: () => Origin): Origin {
    if (this.depth >= maxDepth) return this;
    let child = this.children.get(key);
    if (child === undefined) this.children.set(key, (child = create()));
    return child;
  }
}

function memberText(name: string): string {
  if (name.startsWith('[')) return name;
  if (name === '*') return '[*]';
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) ? `.${name}` : `['${name}']`;
}
