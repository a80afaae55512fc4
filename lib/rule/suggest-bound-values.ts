import type { TSESTree } from '@typescript-eslint/utils';
import type { Rule, SourceCode } from 'eslint';
import type { Hit } from '../flow/hit.js';
import { isFunctionExpression } from '../handlers/candidate.js';
import { calleeName, callOf, literalOf, type Suggester } from './suggester.js';
import { isPlainValue, type Piece, piecesOf, writePieces } from './text-pieces.js';

interface Driver {
  readonly modules: ReadonlySet<string>;
  /** Methods that take text, values and callback in this order. */
  readonly methods: ReadonlySet<string>;
  readonly placeholder: (index: number) => string;
  /** Text that is a placeholder already. */
  readonly own: RegExp;
  /** Whether a count of rows may be bound as text. */
  readonly bindsLimits: boolean;
}

const questionMark = { placeholder: () => '?', own: /\?/u, bindsLimits: false };

/** https://node-postgres.com/features/queries, https://sidorares.github.io/node-mysql2/docs/documentation, https://github.com/TryGhost/node-sqlite3/wiki/API */
const drivers: readonly Driver[] = [
  {
    modules: new Set(['pg', 'pg-pool', 'pg-native', '@neondatabase/serverless', '@vercel/postgres']),
    methods: new Set(['query']),
    placeholder: index => `$${index}`,
    own: /\$\d/u,
    bindsLimits: true,
  },
  {
    ...questionMark,
    modules: new Set(['mysql', 'mysql2', 'mysql2/promise', 'promise-mysql', 'mariadb', 'mariadb/callback', 'serverless-mysql']),
    methods: new Set(['query', 'execute']),
  },
  { ...questionMark, modules: new Set(['sqlite3', 'sqlite']), methods: new Set(['run', 'get', 'all', 'each']) },
];

/** Text in front of a value that a query compares, sets or inserts; not in front of a name or of a list. */
const beforeValue = /(?:[<>=]|\blike|\bilike)\s*$/iu;
/** Text in front of a quoted value; `interval '1 day'` and names in quotes take no placeholder. */
const beforeLiteral = /(?:[<>=(,|]|\b(?:like|ilike|between|and|then|else|when|select|values))\s*$/iu;
const beforeCount = /\b(?:limit|offset)\s*$/iu;
const inValues = /\bvalues\s*\((?:[^()]|\([^()]*\))*$/iu;

interface Bound {
  /** The query's text, placeholders in it. */
  readonly text: string;
  /** What the placeholders stand for. */
  readonly values: readonly (readonly Piece[])[];
}

/** Reads a query up to its values. @returns null when a piece is more, or something else, than a value */
function bind(pieces: readonly Piece[], driver: Driver): Bound | null {
  let text = '';
  const values: (readonly Piece[])[] = [];
  /** The pieces of a text in quotes that has begun. */
  let quoted: Piece[] | null = null;
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      if (!isPlainValue(piece)) return null;
      if (quoted !== null) {
        quoted.push(piece);
        continue;
      }
      const isValue =
        beforeValue.test(text) || (inValues.test(text) && /[(,]\s*$/u.test(text)) || (driver.bindsLimits && beforeCount.test(text));
      if (!isValue) return null;
      values.push([piece]);
      text += driver.placeholder(values.length);
      continue;
    }
    if (/--|\/\*|\\|["`;]/u.test(piece.replace(/;\s*$/u, '')) || driver.own.test(piece)) return null;
    // An expression without quotes that goes on, `${table}_old`, is a part of a name.
    if (quoted === null && /[$?\d]$/u.test(text) && values.length > 0 && /^[\w$]/u.test(piece)) return null;
    for (const [i, part] of piece.split("'").entries()) {
      if (i > 0) {
        if (quoted === null) {
          if (!beforeLiteral.test(text)) return null;
          quoted = [];
        } else {
          if (quoted.every(inside => typeof inside === 'string')) text += `'${quoted.join('')}'`;
          else {
            values.push(quoted);
            text += driver.placeholder(values.length);
          }
          quoted = null;
        }
      }
      if (quoted === null) text += part;
      else if (part !== '') quoted.push(part);
    }
  }
  return quoted === null && values.length > 0 ? { text, values } : null;
}

/** Where the list of values goes: behind the text, where nothing or a callback stands now. */
function hasNoValues(call: TSESTree.CallExpression): boolean {
  const [, second, third] = call.arguments;
  return third === undefined && (second === undefined || isFunctionExpression(second));
}

/** `query('… where id = ' + id)` with the value bound: `query('… where id = $1', [id])`. */
export const boundValues: Suggester = {
  messages: { bindValues: 'Bind the values with placeholders.' },
  suggest({ node, library }: Hit, source: SourceCode): Rule.SuggestionReportDescriptor | null {
    const call = callOf(node, 0);
    const driver = drivers.find(({ modules }) => modules.has(library ?? ''));
    if (call === null || driver === undefined || !driver.methods.has(calleeName(call) ?? '') || !hasNoValues(call)) return null;
    const pieces = piecesOf(node);
    const bound = pieces === null ? null : bind(pieces, driver);
    if (bound === null) return null;
    const list = bound.values.map(value => writePieces(value, source)).join(', ');
    return { messageId: 'bindValues', fix: fixer => fixer.replaceTextRange(node.range, `${literalOf(bound.text)}, [${list}]`) };
  },
};
