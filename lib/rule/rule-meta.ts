import type { Rule } from 'eslint';
import { entryOf, type RuleId, type RuleOption } from '../../rules/catalogue.js';
import { version } from '../manifest.js';

interface OptionSpec {
  /** JSON Schema (draft 4, as ESLint reads it) of the value. */
  readonly schema: {
    readonly type: string;
    readonly description: string;
    readonly enum?: readonly string[];
    readonly [key: string]: unknown;
  };
  readonly default: boolean | string | readonly string[];
}

/** Every option that a rule can have, with its default. */
const optionSpecs: Record<RuleOption | 'dynamic', OptionSpec> = {
  dynamic: {
    schema: {
      type: 'string',
      enum: ['handler', 'always', 'never'],
      description:
        'Where to report text assembled at run time from parts of unknown origin: only in files that hold a handler, everywhere, or nowhere.',
    },
    default: 'handler',
  },
  allowValidationErrors: {
    schema: { type: 'boolean', description: 'Allow the message of a validation error in the response.' },
    default: false,
  },
  jsonLogs: {
    schema: { type: 'boolean', description: "The function uses Lambda's JSON log format, which encodes line breaks." },
    default: false,
  },
  tenantKeys: {
    schema: {
      type: 'array',
      items: { type: 'string' },
      uniqueItems: true,
      description: 'Names of the fields that tell tenants apart; a cache keyed by one of them is allowed.',
    },
    default: [],
  },
  allFiles: {
    schema: { type: 'boolean', description: 'Check every Dockerfile, not only those that build Lambda functions.' },
    default: false,
  },
  buildStages: {
    schema: { type: 'string', enum: ['allow', 'report'], description: 'Whether stages that only build may name their image by a tag.' },
    default: 'allow',
  },
};

/** One option of one rule, for the page that documents it. */
export interface DocumentedOption {
  name: string;
  description: string;
  /** The values that may be written, when they are few. */
  values: readonly string[];
  default: OptionSpec['default'];
}

const optionNames = (slug: RuleId): (RuleOption | 'dynamic')[] => {
  const { dynamic, options = [] } = entryOf(slug);
  return dynamic ? ['dynamic', ...options] : [...options];
};

/** A slug's options, in the order in which its page lists them. */
export const documentedOptions = (slug: RuleId): DocumentedOption[] =>
  optionNames(slug).map(name => {
    const { schema, default: preset } = optionSpecs[name];
    return { name, description: schema.description, values: schema.enum ?? [], default: preset };
  });

/** The page of a rule: it is part of the package, so the link shows what the installed version does. */
export const docsUrl = (slug: string): string => `https://unpkg.com/eslint-plugin-lambda-security@${version}/docs/rules/${slug}.md`;

/**
 * A slug's ESLint `meta`, all but what depends on how the rule is made: its `messages`, and `hasSuggestions` where it makes some.
 *
 * @param slug a rule of the catalogue
 */
export function ruleMeta(slug: RuleId) {
  const { title, recommended } = entryOf(slug);
  const names = optionNames(slug);
  const meta = { type: 'problem', docs: { description: title, url: docsUrl(slug), recommended } } as const;
  if (names.length === 0) return { ...meta, schema: [] } satisfies Rule.RuleMetaData;
  const properties = Object.fromEntries(names.map(name => [name, optionSpecs[name].schema]));
  const defaults = Object.fromEntries(names.map(name => [name, optionSpecs[name].default]));
  return {
    ...meta,
    schema: [{ type: 'object', description: 'Options of this rule.', properties, additionalProperties: false }],
    defaultOptions: [defaults],
  } satisfies Rule.RuleMetaData;
}
