import type { Rule } from 'eslint';
import type { Hit } from '../flow/hit.js';
import type { ShapeSeen } from '../flow/machine-types.js';
import type { ModuleRecord } from '../flow/module-record.js';
import type { Node, Taint } from '../flow/value.js';
import { isFunction } from '../handlers/candidate.js';
import { sourceText } from './message.js';
import { type FlowStep, type ParameterReference, recordReportDetails, type Tier } from './report-details.js';

/**
 * Where a report lies: at the sink's argument, or, when the sink is in another module, at the argument that leaves the linted file.
 * @returns null when the flow does not touch the linted file
 */
export function placeOf(hit: Pick<Hit, 'module' | 'node' | 'calls' | 'taints'>, module: ModuleRecord): Node | null {
  if (hit.module.file === module.file) return hit.node;
  const site = hit.calls.findLast(call => call.module.file === module.file);
  if (site === undefined) return null;
  const roots = new Set(hit.taints.map(taint => taint.origin.root));
  const index = site.args.findIndex(arg => arg.taints.some(taint => roots.has(taint.origin.root)));
  return site.argumentNodes[index] ?? (site.argumentNodes.length === 1 ? site.argumentNodes[0]! : site.node);
}

/** Whether a sink lies in a function of a file: a wrapper's answer lies where the file exports what the wrapper made. */
export function isOwnSink({ module, node }: Pick<Hit, 'module' | 'node'>, file: string): boolean {
  if (module.file !== file) return false;
  // ESLint gives the program null for a parent, another parser nothing.
  let around: Node | null | undefined = node;
  while (around != null && !isFunction(around)) around = around.parent;
  return around != null;
}

interface Report {
  readonly hit: Hit;
  readonly place: Node;
  readonly taint: Taint | null;
  readonly tier: Tier;
  readonly messageId: string;
  readonly data: Record<string, string>;
  readonly suggest?: Rule.SuggestionReportDescriptor[];
}

/** Reports a hit to ESLint, and keeps its flow for those who can show it. */
export function reportHit(context: Rule.RuleContext, slug: string, { hit, place, taint, tier, messageId, data, suggest }: Report): void {
  const { start } = place.loc;
  recordReportDetails(context.filename, () => ({
    ruleId: slug,
    line: start.line,
    column: start.column + 1,
    tier,
    flow: flowOf(hit, taint),
    parameters: taint === null ? parametersOf(hit) : [],
    ...(isOwnSink(hit, context.filename) && { ownSink: true }),
  }));
  context.report({ node: place as unknown as Rule.Node, messageId, data, ...(suggest === undefined ? {} : { suggest }) });
}

/** The parameters of exported functions that a text of unknown origin is made of; none when it is made of other things too. */
function parametersOf(hit: Hit): ParameterReference[] {
  const references: ParameterReference[] = [];
  for (const { origin } of hit.taints) {
    const { node } = origin.root;
    const fn = node.parent;
    const index = isFunction(fn) ? (fn.params as readonly Node[]).indexOf(node) : -1;
    if (!isFunction(fn) || index === -1) return [];
    references.push({ offset: fn.range[0], index });
  }
  return references;
}

/** Reports a call for its form. */
export function reportShape(context: Rule.RuleContext, slug: string, shape: Pick<ShapeSeen, 'node'>, data: Record<string, string>): void {
  const { start } = shape.node.loc;
  recordReportDetails(context.filename, () => ({ ruleId: slug, line: start.line, column: start.column + 1, tier: 'shape', flow: [] }));
  context.report({ node: shape.node as unknown as Rule.Node, messageId: 'shape', data });
}

function flowOf(hit: Hit, taint: Taint | null): FlowStep[] {
  const steps: FlowStep[] = [];
  for (let step = taint?.steps ?? null; step !== null; step = step.previous)
    steps.unshift(stepAt(step.module.file, step.node, step.message));
  if (taint !== null) {
    const { root } = taint.origin;
    const entry = stepAt(root.module.file, root.node, `${sourceText(taint.origin)} enters here`);
    // A parameter is assigned where the data enters: one place is one step.
    if (steps[0] !== undefined && isSamePlace(steps[0], entry)) steps.shift();
    steps.unshift(entry);
  }
  // Some labels begin with a capital, for the message that they begin.
  steps.push(stepAt(hit.module.file, hit.node, `reaches ${hit.label.replace(/^The /, 'the ')}`));
  return steps;
}

function isSamePlace(a: FlowStep, b: FlowStep): boolean {
  return a.file === b.file && a.line === b.line && a.column === b.column;
}

function stepAt(file: string, node: Node, message: string): FlowStep {
  return { file, line: node.loc.start.line, column: node.loc.start.column + 1, message };
}
