import { name as packageName } from '../manifest.js';
import type { Project } from './project.js';
import type { Step } from './step.js';

const spread = '...lambdaSecurity.configs.recommended,';
const esmImport = `import lambdaSecurity from '${packageName}';`;
const cjsImport = `const lambdaSecurity = require('${packageName}');`;

const newConfig = ({ languages, manifest, isBeyondParser }: Project): Step => {
  const typescript = languages.has('ts') && !isBeyondParser;
  return {
    kind: 'write',
    file: manifest?.type === 'module' ? 'eslint.config.js' : 'eslint.config.mjs',
    text: [
      ...(typescript ? ["import parser from '@typescript-eslint/parser';"] : []),
      esmImport,
      '',
      'export default [',
      ...(typescript ? ["  { files: ['**/*.{ts,tsx,mts,cts}'], languageOptions: { parser } },"] : []),
      `  ${spread}`,
      '];',
      '',
    ].join('\n'),
  };
};

/** Forms of a config whose first element can be put in without understanding the rest, and how to import there. */
const knownForms = [
  { pattern: /^export default (?:defineConfig\(|tseslint\.config\()?\[/m, imports: esmImport },
  { pattern: /^export default (?:defineConfig|tseslint\.config)\((?!\[)/m, imports: esmImport },
  { pattern: /^module\.exports = (?:defineConfig\(|tseslint\.config\()?\[/m, imports: cjsImport },
];

/** Amends a config in a known form: the import above the export, the rules as the first element, which later ones may override. */
const amend = (text: string): { text: string; added: string } | undefined => {
  const forms = knownForms.flatMap(({ pattern, imports }) => {
    const match = pattern.exec(text);
    return match === null ? [] : [{ imports, start: match.index, end: match.index + match[0].length }];
  });
  const [form] = forms;
  if (form === undefined || /\blambdaSecurity\b/.test(text)) return undefined;
  const { imports, start, end } = form;
  const rest = text.slice(end);
  const separator = rest.startsWith('\n') || rest.startsWith('\r') ? '' : '\n ';
  return {
    text: `${text.slice(0, start)}${imports}\n\n${text.slice(start, end)}\n  ${spread}${separator}${rest}`,
    added: `${imports}\n${spread}\n`,
  };
};

const beyondParser = ({ languages, isBeyondParser }: Project): Step[] =>
  languages.has('ts') && isBeyondParser
    ? [
        {
          kind: 'tell',
          text: 'ESLint cannot read .ts files here: typescript-eslint supports TypeScript up to 6. The scan can, with a TypeScript of its own.\n',
        },
      ]
    : [];

/** ESLint's configuration: a new one, an amended one, or what to add by hand. */
export function eslintSteps(project: Project): Step[] {
  const { eslintConfigs, languages, read } = project;
  if (!languages.has('js') && !languages.has('ts')) return [];
  const flat = eslintConfigs.find(name => name.startsWith('eslint.config.'));
  const old = eslintConfigs.find(name => name.startsWith('.eslintrc'));
  if (flat === undefined && old !== undefined) {
    return [
      {
        kind: 'tell',
        text: `ESLint no longer reads ${old}. Turn it into a flat config with \`npx @eslint/migrate-config ${old}\`, then run init again.\n`,
      },
    ];
  }
  if (flat === undefined) return [newConfig(project), ...beyondParser(project)];
  const text = read(flat) ?? '';
  if (text.includes(packageName)) return [];
  const amended = amend(text);
  if (amended !== undefined) return [{ kind: 'amend', file: flat, ...amended }];
  const imports = /\bmodule\.exports\b/.test(text) ? cjsImport : esmImport;
  return [
    {
      kind: 'tell',
      text: `${flat} has a form that init does not change. Add to it, and put the second line into the exported array:\n${imports}\n${spread}\n`,
    },
  ];
}

/** The packages that are not installed yet, as one command. */
export function installSteps({ languages, manifest, packageManager, isBeyondParser }: Project): Step[] {
  if (!languages.has('js') && !languages.has('ts')) return [];
  const present = { ...manifest?.dependencies, ...manifest?.devDependencies };
  const wanted = ['eslint', packageName, ...(languages.has('ts') && !isBeyondParser ? ['@typescript-eslint/parser', 'typescript'] : [])];
  // The umbrella package holds the parser and installs it where it is found.
  const missing = wanted.filter(
    name => !Object.hasOwn(present, name) && !(name === '@typescript-eslint/parser' && 'typescript-eslint' in present),
  );
  // typescript-eslint knows no later one.
  const packages = missing.map(name => (name === 'typescript' ? 'typescript@6' : name));
  return missing.length === 0 ? [] : [{ kind: 'run', program: packageManager.name, args: [...packageManager.add, ...packages] }];
}
