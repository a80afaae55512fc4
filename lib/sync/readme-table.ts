import { entryOf, realLanguages, ruleIds, type Category, type Language } from '../../rules/catalogue.js';

const categoryTitles: Record<Category, string> = {
  injection: 'Injection',
  boundary: 'Boundary',
  exposure: 'Exposure',
  secrets: 'Secrets',
  isolation: 'Isolation',
  dependencies: 'Dependencies',
  image: 'Container images',
  detection: 'Detection',
};

const shortNames: Record<Language, string> = {
  js: 'JS/TS',
  py: 'Python',
  pkg: 'package.json',
  req: 'requirements',
  image: 'Dockerfile',
  tpl: 'templates',
  wf: 'workflows',
};

const tick = (value: boolean) => (value ? '✓' : '');

/** Every rule that exists, in the catalogue's order, with a row that names the category where it changes. */
export function readmeTable(): string[] {
  const rows: string[] = [];
  let category: Category | undefined;
  for (const slug of ruleIds) {
    const languages = realLanguages(slug);
    if (languages.length === 0) continue;
    const entry = entryOf(slug);
    if (entry.category !== category) {
      category = entry.category;
      rows.push(`| **${categoryTitles[category]}** | | | | | |`);
    }
    const cwe = entry.cwe === undefined ? '' : `[${entry.cwe}](https://cwe.mitre.org/data/definitions/${entry.cwe}.html)`;
    const where = languages.map(language => shortNames[language]).join(', ');
    rows.push(`| [${slug}](docs/rules/${slug}.md) | ${entry.title} | ${where} | ${entry.severity} | ${cwe} | ${tick(entry.recommended)} |`);
  }
  return [
    '',
    '<!-- prettier-ignore -->',
    '| Rule | What it does | Where | Severity | CWE | Recommended |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
  ];
}
