import { at, entriesOf, entryAt, itemsOf, textOf, type Entry, type Span, type Tree } from '../templates/tree.js';
import { readYaml } from '../templates/yaml-tree.js';
import {
  commandsOf,
  deedOfAction,
  deedOfCommand,
  deploysBuilt,
  isAuditName,
  mayActionBuild,
  mayBuild,
  uploadsOnlySources,
  type Deed,
} from './commands.js';

/** Something that a workflow does, and where. */
export interface Step {
  readonly deed: Deed;
  readonly at: Span;
}

/** What a workflow does. `isOpen` where a part of it is in a place that cannot be read. */
export interface Workflow {
  readonly steps: readonly Step[];
  readonly isOpen: boolean;
}

/** The text of a file of the repository, its path counted from the root; undefined where there is none. */
export type LocalFiles = (path: string) => string | undefined;

const depth = 4;

const isOff = (tree: Tree | undefined): boolean => {
  const condition = at(tree, 'if');
  return condition?.kind === 'scalar' && /^(?:\$\{\{\s*)?false(?:\s*\}\})?$/.test(String(condition.value));
};
const isTrue = (tree: Tree | undefined): boolean => tree?.kind === 'scalar' && tree.value === true;

/** Collects what workflows, and what they call, do. */
class Collector {
  readonly #steps: (Step & { readonly isOfBuilt?: boolean })[] = [];
  #isBuilding = false;
  isOpen = false;
  readonly #files: LocalFiles;

  constructor(files: LocalFiles) {
    this.#files = files;
  }

  /** What is done. Where nothing is built, what was built elsewhere is deployed, and there its packages are audited. */
  get steps(): Step[] {
    return this.#steps.filter(({ isOfBuilt }) => this.#isBuilding || isOfBuilt !== true);
  }

  command(text: string, place: Span, isTolerated: boolean): void {
    const script = commandsOf(text);
    for (const { command, isIgnored } of script) {
      this.#isBuilding ||= mayBuild(command);
      if (uploadsOnlySources(command, script)) continue;
      if (deploysBuilt(command)) this.#steps.push({ deed: 'deploy', at: place, isOfBuilt: true });
      else this.#add(deedOfCommand(command), place, isTolerated || isIgnored);
    }
  }

  /** A check whose failure stops nothing is none. */
  #add(deed: Deed | undefined, place: Span, isTolerated: boolean): void {
    if (deed !== undefined && !(deed === 'audit' && isTolerated)) this.#steps.push({ deed, at: place });
  }

  githubJobs(document: Tree, level = 0, place?: Span): void {
    for (const { value: job } of entriesOf(at(document, 'jobs'))) {
      if (isOff(job)) continue;
      const called = entryAt(job, 'uses');
      const isTolerated = isTrue(at(job, 'continue-on-error'));
      if (called !== undefined) this.#reusable(called, level, place);
      this.#githubSteps(at(job, 'steps'), isTolerated, level, place);
    }
  }

  #githubSteps(steps: Tree | undefined, isJobTolerated: boolean, level: number, place: Span | undefined): void {
    for (const step of itemsOf(steps)) {
      if (isOff(step)) continue;
      const isTolerated = isJobTolerated || isTrue(at(step, 'continue-on-error'));
      const run = entryAt(step, 'run');
      const uses = entryAt(step, 'uses');
      const name = textOf(uses?.value);
      if (run !== undefined) this.command(textOf(run.value) ?? '', place ?? run.at, isTolerated);
      if (uses === undefined || name === undefined) continue;
      this.#isBuilding ||= !name.startsWith('./') && mayActionBuild(name);
      if (name.startsWith('./')) this.#localAction(name, uses, level, place);
      const inputs = entriesOf(at(step, 'with')).flatMap(({ value }) => textOf(value) ?? []);
      this.#add(deedOfAction(name, inputs), place ?? { start: uses.value.start, end: uses.value.end }, isTolerated);
    }
  }

  #reusable({ value }: Entry, level: number, place: Span | undefined): void {
    const name = textOf(value) ?? '';
    const here = place ?? { start: value.start, end: value.end };
    const text = name.startsWith('./') && level < depth ? this.#files(name.slice(2)) : undefined;
    if (text !== undefined) for (const document of readable(text)) this.githubJobs(document, level + 1, here);
    else if (isAuditName(name)) this.#steps.push({ deed: 'audit', at: here });
    else this.isOpen = true;
  }

  #localAction(name: string, { value }: Entry, level: number, place: Span | undefined): void {
    if (level >= depth) return;
    const text = ['action.yml', 'action.yaml']
      .map(file => this.#files(`${name.slice(2).replace(/\/$/, '')}/${file}`))
      .find(found => found !== undefined);
    for (const document of text === undefined ? [] : readable(text))
      this.#githubSteps(at(document, 'runs', 'steps'), false, level + 1, place ?? { start: value.start, end: value.end });
  }

  gitlab(document: Tree, level = 0, place?: Span): void {
    for (const { key, value } of entriesOf(document)) {
      if (key === 'include') this.#includes(value, level, place);
      else this.#gitlabJob(value, place);
    }
    this.#gitlabScripts(document, false, place);
  }

  #gitlabJob(job: Tree, place: Span | undefined): void {
    if (job.kind === 'map') this.#gitlabScripts(job, isTrue(at(job, 'allow_failure')), place);
  }

  #gitlabScripts(job: Tree, isTolerated: boolean, place: Span | undefined): void {
    for (const key of ['before_script', 'script', 'after_script']) {
      const lines = (tree: Tree | undefined): void => {
        for (const item of itemsOf(tree)) {
          if (item.kind === 'list') lines(item);
          else this.command(textOf(item) ?? '', place ?? { start: item.start, end: item.end }, isTolerated);
        }
      };
      lines(at(job, key));
    }
  }

  #includes(tree: Tree, level: number, place: Span | undefined): void {
    for (const item of itemsOf(tree)) {
      const span = place ?? { start: item.start, end: item.end };
      const names = ['template', 'component', 'remote', 'project'].flatMap(kind => textOf(at(item, kind)) ?? []);
      const local = (textOf(item) ?? textOf(at(item, 'local')))?.replace(/^\//, '');
      const text = local === undefined || level >= depth ? undefined : this.#files(local);
      if (text !== undefined) for (const document of readable(text)) this.gitlab(document, level + 1, span);
      else if (names.some(name => /dependency[-_]?scanning|container[-_]?scanning/i.test(name)) || names.some(isAuditName))
        this.#steps.push({ deed: 'audit', at: span });
      else if (textOf(at(item, 'template')) === undefined) this.isOpen = true;
    }
  }
}

/** The documents of another file; what is broken there is told when that file is read. */
function readable(text: string): Tree[] {
  try {
    return readYaml(text);
  } catch {
    return [];
  }
}

/** Whether a workflow runs only when another one calls it: that one may audit first. */
const isOnlyCalled = (document: Tree): boolean => {
  const triggers = at(document, 'on') ?? at(document, 'true');
  const names = triggers?.kind === 'map' ? triggers.entries.map(({ key }) => key) : itemsOf(triggers).map(textOf);
  return names.length > 0 && names.every(name => name === 'workflow_call' || name === 'workflow_run');
};

/**
 * Reads a workflow of GitHub, and the workflows and actions of the repository that it calls.
 *
 * @returns undefined for a file that has no jobs; throws a SyntaxProblem
 */
export function readGithubWorkflow(text: string, files: LocalFiles): Workflow | undefined {
  const documents = readYaml(text).filter(document => at(document, 'jobs')?.kind === 'map');
  const collector = new Collector(files);
  for (const document of documents) collector.githubJobs(document);
  return documents.length === 0 ? undefined : { steps: collector.steps, isOpen: collector.isOpen || documents.some(isOnlyCalled) };
}

/** Reads a pipeline of GitLab, and the files of the repository that it includes. */
export function readGitlabPipeline(text: string, files: LocalFiles): Workflow | undefined {
  const documents = readYaml(text).filter(document => document.kind === 'map');
  const collector = new Collector(files);
  for (const document of documents) collector.gitlab(document);
  return documents.length === 0 ? undefined : { steps: collector.steps, isOpen: collector.isOpen };
}
