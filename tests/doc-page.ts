import { readFileSync } from 'node:fs';
import type { RuleId } from '../rules/catalogue.js';

/** A fenced example of a rule's page: ```` ```js bad ````. */
export interface DocExample {
  language: 'js' | 'ts' | 'python' | 'json' | 'requirements' | 'toml';
  kind: 'bad' | 'good';
  code: string;
  /** The line of the opening fence, from 1. */
  line: number;
}

export const pageOf = (slug: RuleId): string => readFileSync(`docs/rules/${slug}.md`, 'utf8');

const fence = /^```(?<language>js|ts|python|json|requirements|toml) (?<kind>bad|good)\n(?<code>[^]*?)^```$/gm;

/** The examples of a rule's page, in their order. */
export const examplesOf = (slug: RuleId): DocExample[] => {
  const page = pageOf(slug);
  return [...page.matchAll(fence)].map(match => ({
    ...(match.groups as unknown as Omit<DocExample, 'line'>),
    line: page.slice(0, match.index).split('\n').length,
  }));
};
