import type { TSESTree } from '@typescript-eslint/utils';
import type { Rule } from 'eslint';
import type { Knowledge } from '../flow/knowledge.js';
import { holdsCandidate } from '../handlers/holds-candidate.js';
import { handlerLikelihood, type Likelihood, namesPlace } from '../handlers/may-hold-handler.js';
import { analysisOf, type FileAnalysis, knownAnalysis, noAnalysis, sourceFileOf } from './file-analysis.js';
import { settingsOf } from '../settings.js';
import { functionsAround } from './functions-around.js';
import { usesOfInterpreter } from './interpreter-calls.js';
import { knowledge } from './knowledge.js';
import { moduleLoader } from './module-loader.js';
import { namedHandlers } from './named-handlers.js';
import { isPacked } from './packed.js';
import { importsInterpreter, namesHandlerTaker, namesSecretKeeper } from './relevance.js';

/** Whether a linted source is JavaScript or TypeScript: JSON, CSS and Markdown have other trees. */
export function isScript(context: Rule.RuleContext): boolean {
  return (context.sourceCode.ast as { readonly type?: string } | undefined)?.type === 'Program' && 'scopeManager' in context.sourceCode;
}

/** Files above this (in characters) are generated or bundled: nothing in them is followed. */
const maxLength = 1_000_000;
/** From here on (in characters) a file is looked at for what no one writes. */
const large = 50_000;

/** An answer about a linted file by its text or its tree, found once for all rules. */
function perFile<T>(no: T, ask: (context: Rule.RuleContext) => T): (context: Rule.RuleContext) => T {
  const verdicts = new WeakMap<object, T>();
  return context => {
    const { ast, text } = context.sourceCode;
    let verdict = verdicts.get(ast);
    if (verdict === undefined) {
      verdict = text.length <= maxLength ? ask(context) : no;
      if (verdict !== no && text.length >= large && isPacked(text)) verdict = no;
      verdicts.set(ast, verdict);
    }
    return verdict;
  };
}

const knowledgeFor = (context: Rule.RuleContext): Knowledge => knowledge(settingsOf(context.settings));

const named = new WeakMap<object, ReadonlySet<string>>();
const noNames: ReadonlySet<string> = new Set();

/** Exports of the linted file that a template or the settings call handlers. */
function handlersNamedFor(context: Rule.RuleContext): ReadonlySet<string> {
  const { ast, text } = context.sourceCode;
  // What exports nothing is named nowhere: no folder has to be read.
  if (!text.includes('export')) return noNames;
  let names = named.get(ast);
  if (names === undefined) named.set(ast, (names = namedHandlers(context.physicalFilename, settingsOf(context.settings))));
  return names;
}

/** How likely a handler is in the linted file. Cheap. */
const likelihood = perFile<Likelihood>('none', context => {
  const { ast, text } = context.sourceCode;
  const first = handlerLikelihood(ast as never, text, context.filename);
  if (first === 'likely') return first;
  const isNamed =
    handlersNamedFor(context).size > 0 ||
    // A handler may be given to a library that only the settings know.
    (settingsOf(context.settings).models?.some(({ handlers = [] }) => handlers.length > 0) ?? false);
  return isNamed ? 'likely' : first;
});

/** Whether a handler may be in the linted file. Cheap. */
export const mayBeHandlerFile = (context: Rule.RuleContext): boolean => likelihood(context) !== 'none';

/** Whether the linted file, looked at more closely, has anything that could be a handler. Asked once its tree is linked. */
const holdsHandler = perFile(false, context => {
  if (likelihood(context) !== 'perhaps') return likelihood(context) === 'likely';
  const { ast, text, scopeManager } = context.sourceCode;
  const file = {
    program: ast as never,
    text,
    filename: context.filename,
    scopes: scopeManager.scopes as never,
    namesPlace: namesPlace(text),
    namesStatus: text.includes('statusCode'),
  };
  return namesHandlerTaker(text, knowledgeFor(context)) || holdsCandidate(file);
});

/** Whether the linted file imports what interprets text. Cheap. */
export const mayInterpret = perFile(false, context => importsInterpreter(context.sourceCode.text, knowledgeFor(context)));

/** Whether the linted file names a library that fetches or grants secrets. Cheap. */
export const mayKeepSecrets = perFile(false, context => namesSecretKeeper(context.sourceCode.text, knowledgeFor(context)));

/** Where the linted file, looked at more closely, gives more than constants to what interprets text; null: not known. Asked once its tree is linked. */
const interpreterUses = perFile<readonly TSESTree.Node[] | null>([], context => {
  const { text, scopeManager } = context.sourceCode;
  return mayInterpret(context) ? usesOfInterpreter(text, scopeManager.scopes as never, knowledgeFor(context)) : [];
});
const feedsInterpreter = (context: Rule.RuleContext): boolean => interpreterUses(context)?.length !== 0;

/** The nodes that lead to those places; null when they are not known. */
const aroundInterpreter = perFile<ReadonlySet<object> | null>(null, context => {
  const { ast, scopeManager } = context.sourceCode;
  const uses = interpreterUses(context);
  const blocks = scopeManager.scopes.map(({ block }) => block as never);
  return uses && functionsAround(uses, ast as never, blocks);
});

/** Why a rule wants functions to count which no handler reaches. */
export type Everywhere = 'text' | 'secrets';
const everyFunction: Record<Everywhere, WeakSet<object>> = { text: new WeakSet(), secrets: new WeakSet() };

/** Says, before the file is analysed, that a rule wants functions to count which no handler reaches. */
export function askForEveryFunction(context: Rule.RuleContext, why: Everywhere): void {
  everyFunction[why].add(context.sourceCode.ast);
}

/** The analysis of the linted file, shared by all rules. */
export function analysisOfContext(context: Rule.RuleContext): FileAnalysis {
  const { sourceCode, physicalFilename } = context;
  const { ast } = sourceCode;
  const known = knownAnalysis(ast as never);
  if (known !== undefined) return known;
  const settings = settingsOf(context.settings);
  const everywhere = everyFunction.secrets.has(ast) || (everyFunction.text.has(ast) && feedsInterpreter(context));
  const holds = holdsHandler(context);
  if (!everywhere && !holds) return noAnalysis(sourceFileOf(sourceCode, physicalFilename, null));
  return analysisOf(sourceFileOf(sourceCode, physicalFilename, moduleLoader(context)), {
    holdsHandler: holds,
    everywhere,
    // Without a handler and without secrets nothing counts but what interprets text.
    wanted: holds || everyFunction.secrets.has(ast) ? null : aroundInterpreter(context),
    known: knowledge(settings),
    handlers: handlersNamedFor(context),
  });
}
