import type { TSESTree } from '@typescript-eslint/utils';
import type { Rule, Scope, SourceCode } from 'eslint';
import type { Hit } from '../flow/hit.js';
import type { Node } from '../flow/value.js';
import { isFunctionExpression } from '../handlers/candidate.js';
import { calleeName, callOf, literalOf, type Suggester } from './suggester.js';
import { isPlainValue, type Piece, piecesOf, writePieces } from './text-pieces.js';

/** What a shell does itself, or reads as more than a program's name. */
const builtins = new Set(
  '. : alias bg cd eval exec exit export fg hash jobs read return set shift source test times trap type ulimit umask unset wait'.split(' '),
);
const plainText = /^[\w@%+:,./=-]*$/u;

/**
 * The words that a shell makes of a text. An expression in quotes is (part of) one word; one without them is taken for one that has no blanks.
 *
 * @returns null when the shell would do more with the text than cut it at blanks
 */
function wordsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] | null {
  const words: Piece[][] = [];
  let word: Piece[] | null = null;
  let quote = '';
  const add = (piece: Piece): void => {
    if (word === null) words.push((word = []));
    word.push(piece);
  };
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      if (!isPlainValue(piece)) return null;
      add(piece);
      continue;
    }
    for (const character of piece) {
      if (quote === '' && /[ \t]/u.test(character)) word = null;
      else if (character === quote) quote = '';
      else if (quote === '' && (character === '"' || character === "'")) {
        quote = character;
        add('');
      } else if (quote === '' ? plainText.test(character) : !/[\\$`!\n]/u.test(character)) add(character);
      else return null;
    }
  }
  return quote === '' ? words : null;
}

function joined(word: readonly Piece[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const piece of word) {
    const last = pieces.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  }
  return pieces.filter(piece => piece !== '');
}

/** Whether what stands behind the command leaves the choice of the shell to `exec`. */
function needsNoShell(options: TSESTree.CallExpressionArgument | undefined): boolean {
  if (options === undefined || isFunctionExpression(options)) return true;
  if (options.type !== 'ObjectExpression') return false;
  return options.properties.every(
    property => property.type === 'Property' && !property.computed && property.key.type === 'Identifier' && property.key.name !== 'shell',
  );
}

function variableOf(source: SourceCode, identifier: TSESTree.Identifier): Scope.Variable | null {
  let scope: Scope.Scope | null = source.getScope(identifier as never);
  for (; scope !== null; scope = scope.upper) {
    const variable = scope.set.get(identifier.name);
    if (variable !== undefined) return variable;
  }
  return null;
}

/** A change that brings the name of a function into scope, beside the one that is imported from the same module; null when there is no simple one. */
type Import = (fixer: Rule.RuleFixer) => Rule.Fix[];

function besideImport(source: SourceCode, callee: TSESTree.Identifier, name: string): Import | null {
  const variable = variableOf(source, callee);
  const definition = variable?.defs[0];
  if (variable?.defs.length !== 1 || definition === undefined) return null;
  const node = definition.node as Node;
  if (node.type === 'ImportSpecifier' && node.imported.type === 'Identifier' && node.imported.name === callee.name) {
    const isThere = (node.parent as TSESTree.ImportDeclaration).specifiers.some(
      other =>
        other.type === 'ImportSpecifier' &&
        other.imported.type === 'Identifier' &&
        other.imported.name === name &&
        other.local.name === name,
    );
    return isThere ? () => [] : isFree(source, callee, name) ? fixer => [fixer.insertTextAfterRange(node.range, `, ${name}`)] : null;
  }
  // `const { exec } = require('child_process')`
  if (node.type !== 'VariableDeclarator' || node.id.type !== 'ObjectPattern' || node.init?.type !== 'CallExpression') return null;
  if (node.init.callee.type !== 'Identifier' || node.init.callee.name !== 'require') return null;
  const own = node.id.properties.find(
    property =>
      property.type === 'Property' && property.shorthand && property.value.type === 'Identifier' && property.value.name === callee.name,
  );
  const isThere = node.id.properties.some(
    property => property.type === 'Property' && property.shorthand && property.key.type === 'Identifier' && property.key.name === name,
  );
  if (own === undefined) return null;
  return isThere ? () => [] : isFree(source, callee, name) ? fixer => [fixer.insertTextAfterRange(own.range, `, ${name}`)] : null;
}

function isFree(source: SourceCode, at: TSESTree.Identifier, name: string): boolean {
  return variableOf(source, { ...at, name }) === null;
}

/** `exec('convert ' + file)` without a shell: `execFile('convert', [file])`. https://nodejs.org/api/child_process.html#child_processexecfilefile-args-options-callback */
export const argumentList: Suggester = {
  messages: { useArguments: 'Run {{program}} with a list of arguments, without a shell.' },
  suggest({ node, library }: Hit, source: SourceCode): Rule.SuggestionReportDescriptor | null {
    const call = callOf(node, 0);
    const name = call === null ? null : calleeName(call);
    const safe = name === 'exec' ? 'execFile' : name === 'execSync' ? 'execFileSync' : null;
    if (call === null || safe === null || library !== 'child_process' || !needsNoShell(call.arguments[1])) return null;
    const words = wordsOf(piecesOf(node) ?? [])?.map(joined);
    const [program, ...rest] = words ?? [];
    const programName = program?.length === 1 ? program[0] : undefined;
    if (typeof programName !== 'string' || rest.length === 0 || builtins.has(programName) || programName.includes('=')) return null;
    const { callee } = call;
    const imported: Import | null =
      callee.type === 'Identifier'
        ? besideImport(source, callee, safe)
        : callee.type === 'MemberExpression' && callee.object.type === 'Identifier'
          ? () => []
          : null;
    if (imported === null) return null;
    const target = callee.type === 'MemberExpression' ? callee.property : callee;
    const list = rest.map(word => writePieces(word, source)).join(', ');
    return {
      messageId: 'useArguments',
      data: { program: programName },
      fix: fixer => [
        ...imported(fixer),
        fixer.replaceTextRange(target.range, safe),
        fixer.replaceTextRange(node.range, `${literalOf(programName)}, [${list}]`),
      ],
    };
  },
};
