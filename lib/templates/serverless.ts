import { contentOfText, isPointerName } from './environment.js';
import { isSecretName } from '../secrets/names.js';
import { cloudFormationText, contentsOf as cloudFormationContents, type Declarations } from './cloudformation-values.js';
import { readCloudFormation } from './cloudformation.js';
import { broadManagedPolicy, readStatement } from './policy.js';
import { isSdk } from './sdk-names.js';
import { spanOf, TemplateParts, type Content, type Template } from './template.js';
import { at, entriesOf, entryAt, itemsOf, placedAt, textOf, type Entry, type Tree } from './tree.js';

/** Whether a document is a serverless.yml for AWS. */
export function isServerless(document: Tree): boolean {
  const provider = at(document, 'provider');
  const name = textOf(provider) ?? textOf(at(provider, 'name'));
  return name === 'aws' && (at(document, 'service') !== undefined || at(document, 'functions') !== undefined);
}

const whole = /^\$\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}$/;
const inserted = /\$\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}/g;
/** Sources whose values are put into the template as they are. */
const plainSources = /^(?:env|opt|param|ssm|s3|secrets|vault|doppler|file|self|awsSsm|aws:ssm)(?:\([^)]*\))?[:(.]/;
const steps = 10;
const otherFile = /^\$\{file\(\s*['"]?([^()'"${}]+?)['"]?\s*\)(?::([\w.-]+))?\}$/;

/** The content of another file, its path counted from the folder of the template; undefined where there is none, or it is broken. */
export type OtherFiles = (path: string) => Tree | undefined;

/** Reads one serverless.yml; `${self:...}` is followed within it, `${file(...)}` into files of YAML and JSON. https://www.serverless.com/framework/docs/guides/variables */
class ServerlessReader {
  readonly #document: Tree;
  readonly #files: OtherFiles;
  readonly #declared: Declarations;
  readonly #parts = new TemplateParts();

  constructor(document: Tree, files: OtherFiles) {
    this.#document = document;
    this.#files = files;
    this.#declared = { parameters: undefined, resources: at(this.#resources()[0], 'Resources') };
  }

  #resources(): readonly Tree[] {
    return itemsOf(at(this.#document, 'resources'));
  }

  read(): Template {
    const provider = at(this.#document, 'provider');
    this.#variables(at(provider, 'environment'));
    this.#statements(at(provider, 'iamRoleStatements'), at(provider, 'iamManagedPolicies'));
    this.#statements(at(provider, 'iam', 'role', 'statements'), at(provider, 'iam', 'role', 'managedPolicies'));
    for (const group of itemsOf(this.#followed(at(this.#document, 'functions'))))
      for (const entry of entriesOf(this.#followed(group))) this.#function(entry, provider);
    this.#bundlers();
    for (const resources of this.#resources()) readCloudFormation(resources, this.#parts);
    return this.#parts;
  }

  #function({ key, at: place, value: written }: Entry, provider: Tree | undefined): void {
    const value = this.#followed(written);
    if (value?.kind !== 'map') return;
    this.#variables(at(value, 'environment'));
    this.#statements(at(value, 'iamRoleStatements'), at(value, 'iamManagedPolicies'));
    this.#statements(at(value, 'iam', 'role', 'statements'), at(value, 'iam', 'role', 'managedPolicies'));
    const isAtEdge = itemsOf(at(value, 'events')).some(event => entryAt(event, 'cloudFront') !== undefined);
    const tracing = at(value, 'tracing') ?? at(provider, 'tracing', 'lambda') ?? at(provider, 'tracing');
    if (!isAtEdge) this.#parts.functions.push({ name: key, at: place, isTraced: this.#isTraced(tracing) });
  }

  #isTraced(tracing: Tree | undefined): boolean | undefined {
    const setting = this.#followed(tracing);
    if (setting === undefined) return false;
    if (setting.kind === 'map') return at(setting, 'lambda') === undefined ? false : undefined;
    if (setting.kind !== 'scalar' || String(setting.value).includes('${')) return undefined;
    return setting.value === true || setting.value === 'Active';
  }

  /** The value behind `${self:a.b}`, the map or list behind `${file(a.yml)}`; any other reference stays what it is. */
  #followed(tree: Tree | undefined): Tree | undefined {
    let value = tree;
    for (let step = 0; step < steps; step++) {
      const path = /^\$\{self:([\w.-]+)\}$/.exec(textOf(value) ?? '')?.[1];
      const target = path === undefined ? this.#ofFile(value) : at(this.#document, ...path.split('.'));
      if (target === undefined) return value;
      value = target;
    }
    return value;
  }

  /** A single text of another file stays a reference: its name says what it is. */
  #ofFile(reference: Tree | undefined): Tree | undefined {
    const [, file, path] = otherFile.exec(textOf(reference) ?? '') ?? [];
    const content = file === undefined || reference === undefined ? undefined : this.#files(file);
    const target = path === undefined ? content : at(content, ...path.split('.'));
    return target?.kind === 'map' || target?.kind === 'list' ? placedAt(target, reference!) : undefined;
  }

  #text(tree: Tree): string | undefined {
    const value = this.#followed(tree);
    return value === undefined ? undefined : cloudFormationText(value);
  }

  #variables(tree: Tree | undefined): void {
    for (const { key, at: place, value } of entriesOf(this.#followed(tree)))
      this.#parts.variables.push({ name: key, at: place, contents: this.#contents(value) });
  }

  #contents(tree: Tree): Content[] {
    const value = this.#followed(tree);
    const text = textOf(value);
    if (value === undefined || value.kind === 'call') return value === undefined ? [] : cloudFormationContents(value, this.#declared);
    if (text === undefined) return [{ kind: 'pointer' }];
    const reference = whole.exec(text)?.[1];
    if (reference !== undefined) return this.#ofReference(reference, value);
    const secrets = [...text.matchAll(inserted)]
      .flatMap(match => this.#ofReference(match[1]!, value))
      .filter(content => content.kind === 'value' && isSecretName(content.name));
    return secrets.length > 0 ? secrets.map(content => ({ ...content, isSecret: true }) as Content) : [contentOfText(text, value)];
  }

  /** `env:DB_PASSWORD, 'fallback'`: what is put in, and what else. */
  #ofReference(reference: string, place: Tree): Content[] {
    const [source = '', ...fallbacks] = reference.split(/,\s*(?![^{]*\})/);
    const written = fallbacks.flatMap(fallback => {
      const quoted = /^(['"])(.*)\1$/.exec(fallback.trim())?.[2];
      return quoted === undefined ? [] : [contentOfText(quoted, place)];
    });
    if (!plainSources.test(source)) return [{ kind: 'pointer' }, ...written];
    const name =
      source
        .replace(/~(?:true|false|split|raw)$/, '')
        .split(/[:./()]/)
        .findLast(part => part !== '') ?? '';
    return [isPointerName(name) ? { kind: 'pointer' } : { kind: 'value', name, isSecret: false }, ...written];
  }

  #statements(statements: Tree | undefined, managed: Tree | undefined): void {
    for (const statement of itemsOf(this.#followed(statements))) {
      const value = this.#followed(statement);
      if (value !== undefined) this.#parts.statements.push(...readStatement(value, item => this.#text(item)));
    }
    for (const policy of itemsOf(this.#followed(managed))) {
      const name = broadManagedPolicy(this.#text(policy) ?? '');
      if (name !== undefined) this.#parts.managedPolicies.push({ name, at: spanOf(policy) });
    }
  }

  #bundlers(): void {
    const custom = at(this.#document, 'custom');
    const settings = [at(custom, 'esbuild'), at(this.#document, 'build', 'esbuild'), at(custom, 'bundle')];
    const lists = settings.flatMap(setting => [at(setting, 'exclude'), at(setting, 'external'), at(setting, 'externals')]);
    for (const item of [...lists, at(custom, 'pythonRequirements', 'noDeploy')].flatMap(list => itemsOf(this.#followed(list)))) {
      const name = textOf(item);
      if (name !== undefined && isSdk(name)) this.#parts.excludedSdks.push({ name, at: spanOf(item) });
    }
  }
}

/** Reads a serverless.yml, its `resources` included. What stands in another file is found at the reference to it. */
export const readServerless = (document: Tree, files: OtherFiles): Template => new ServerlessReader(document, files).read();
