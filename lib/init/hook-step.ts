import { isMap, isSeq, parseDocument } from 'yaml';
import { name as packageName, version } from '../manifest.js';
import type { Project } from './project.js';
import type { Step } from './step.js';

export const configFile = '.pre-commit-config.yaml';

const scriptExtensions = ['js', 'mjs', 'cjs', 'jsx', 'ts', 'mts', 'cts', 'tsx'];

/** A hook that pre-commit installs from npm. */
const hook = ({ languages }: Project): object => {
  const scripts = languages.has('js') || languages.has('ts');
  const typescript = languages.has('ts') ? ['@typescript-eslint/parser@8', 'typescript@6.0'] : [];
  return {
    repo: 'local',
    hooks: [
      {
        id: 'lambda-security',
        name: 'lambda-security',
        entry: 'lambda-security scan',
        language: 'node',
        additional_dependencies: [`${packageName}@${version}`, ...typescript],
        types_or: [...(scripts ? ['javascript', 'jsx', 'ts', 'tsx'] : []), ...(languages.has('py') ? ['python'] : [])],
        require_serial: true,
      },
    ],
  };
};

const render = (value: object): string => {
  const document = parseDocument('');
  document.contents = document.createNode(value) as never;
  return document.toString({ lineWidth: 0 });
};

/** The hook as an element of `repos`, by the indentation that the others have. */
const asElement = (project: Project, indent: string): string =>
  render([hook(project)])
    .split('\n')
    .map(line => (line === '' ? line : indent + line))
    .join('\n');

/** Adds the hook behind the last line of `repos` where that is the last key of the file; comments and layout stay. */
const amend = (text: string, project: Project): Step | undefined => {
  const document = parseDocument(text);
  const { contents } = document;
  if (document.errors.length > 0 || !isMap(contents) || contents.flow) return undefined;
  const last = contents.items.at(-1);
  if (String(last?.key) !== 'repos' || !isSeq(last?.value) || last.value.flow) return undefined;
  const indent = /^repos:.*\n(?:\s*#.*\n|\s*\n)*( *)- /m.exec(text)?.[1];
  if (indent === undefined) return undefined;
  const added = asElement(project, indent);
  const amended = `${text.trimEnd()}\n${added}`;
  const check = parseDocument(amended).toJS() as { repos?: unknown[] };
  const before = last.value.items.length;
  return check.repos?.length === before + 1 ? { kind: 'amend', file: configFile, text: amended, added } : undefined;
};

/** Where hooks run without pre-commit: what to add there, which takes a choice of its place. */
const otherHooks = ({ languages, lintStaged, read }: Project): Step[] | undefined => {
  const extensions = [...(languages.has('js') || languages.has('ts') ? scriptExtensions : []), ...(languages.has('py') ? ['py'] : [])];
  const told = (text: string, lines: string): Step[] => (text.includes('lambda-security') ? [] : [{ kind: 'tell', text: lines }]);
  if (lintStaged !== undefined) {
    const globs = extensions.length > 1 ? `*.{${extensions.join(',')}}` : `*.${extensions.join(',')}`;
    return told(lintStaged, `This project has lint-staged. Add to it:\n"${globs}": "lambda-security scan"\n`);
  }
  const husky = read('.husky/pre-commit');
  if (husky === undefined) return undefined;
  const names = extensions.map(extension => `'*.${extension}'`).join(' ');
  const command = `git diff --cached --name-only -z --diff-filter=ACMR -- ${names} |\n  xargs -0 -r npx --no lambda-security scan\n`;
  return told(husky, `This project has husky. Add to .husky/pre-commit:\n${command}`);
};

/** The hook that looks at what a commit changes. */
export function hookSteps(project: Project): Step[] {
  const { languages, isGitRepository, read } = project;
  if (languages.size === 0 || !isGitRepository) return [];
  const text = read(configFile);
  if (text?.includes('lambda-security')) return [];
  if (text !== undefined) {
    const by = `${configFile} has a form that init does not change. Add to \`repos\`:\n${asElement(project, '  ')}`;
    return [amend(text, project) ?? { kind: 'tell', text: by }];
  }
  return otherHooks(project) ?? [{ kind: 'write', file: configFile, text: render({ repos: [hook(project)] }) }];
}
