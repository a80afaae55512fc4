import { entryOf, realLanguages, type Language, type RuleId } from '../../rules/catalogue.js';
import { documentedOptions } from '../rule/rule-meta.js';
import { cweTitle, cweUrl } from './cwe-names.js';

const languageNames: Record<Language, string> = {
  js: 'JavaScript and TypeScript',
  py: 'Python',
  pkg: '`package.json`',
  req: 'requirements files and `pyproject.toml`',
  image: 'Dockerfiles',
  tpl: 'SAM, CloudFormation, serverless.yml, Terraform and CDK templates',
  wf: 'CI workflows',
};

const code = (text: string) => `\`${text}\``;

const configsOf = (slug: RuleId): string[] => {
  const { category, recommended } = entryOf(slug);
  const languages = realLanguages(slug);
  return [
    ...(recommended ? ['recommended'] : []),
    'all',
    ...(languages.includes('js') ? [category] : []),
    ...(languages.includes('pkg') ? ['packageJson'] : []),
  ];
};

/** What heads a rule's page. */
export function docHeader(slug: RuleId): string[] {
  const entry = entryOf(slug);
  const rows = [
    ['Languages', realLanguages(slug).map(language => languageNames[language])],
    ['Severity', [entry.severity]],
    ['Confidence', [entry.confidence]],
    ['Configs', configsOf(slug).map(code)],
    ...(entry.cwe === undefined ? [] : [['Weakness', [`[${cweTitle(entry.cwe)}](${cweUrl(entry.cwe)})`]] as const]),
    ['OWASP Serverless Top 10', [entry.owasp]],
  ] as const;
  return [
    '',
    `# ${slug}`,
    '',
    `${entry.title}.`,
    '',
    `> ${entry.problem} ${entry.advice}`,
    '',
    '<!-- prettier-ignore -->',
    '| | |',
    '|---|---|',
    ...rows.map(([label, values]) => `| ${label} | ${values.join(', ')} |`),
    '',
  ];
}

/** The options of a rule, as a list. */
export function docOptions(slug: RuleId): string[] {
  const items = documentedOptions(slug).map(({ name, description, values, default: preset }) => {
    const allowed = values.length === 0 ? '' : ` One of ${values.map(value => code(JSON.stringify(value))).join(', ')}.`;
    return `- ${code(name)} (default ${code(JSON.stringify(preset))}): ${description}${allowed}`;
  });
  return ['', ...(items.length === 0 ? ['None.'] : items), ''];
}

/** The pages that a reader may go on to. */
export function docReferences(slug: RuleId): string[] {
  const { cwe, references } = entryOf(slug);
  return ['', ...[...(cwe === undefined ? [] : [cweUrl(cwe)]), ...references].map(reference => `- <${reference}>`), ''];
}
