import { events } from '../models/events/registry.js';
import type { EventModel } from '../models/event-model.js';
import { fieldSteps } from '../models/events/field-tree.js';
import type { FunctionNode } from '../flow/value.js';
import type { Verdict } from './candidate.js';
import { covers, readsOf } from './event-reads.js';

interface Pattern {
  readonly steps: readonly string[];
  readonly model: EventModel;
}

const patternsOf = (model: EventModel, paths: readonly string[]): Pattern[] => paths.map(path => ({ steps: fieldSteps(path), model }));
const distinctive = events.flatMap(model => patternsOf(model, model.distinctive));
const typical = events.flatMap(model => patternsOf(model, model.typical ?? []));

/** An event of API Gateway, a function URL or a load balancer: the model that has the fields of all. */
const anyHttp = events.find(model => model.types[0] === 'HttpRequestEvent');

function matching(patterns: readonly Pattern[], reads: readonly (readonly string[])[]): Set<EventModel> {
  const models = new Set<EventModel>();
  for (const { steps, model } of patterns) if (!models.has(model) && reads.some(read => covers(steps, read))) models.add(model);
  return models;
}

/** @returns whether one of these places is one that only events have. */
export function distinctivePlaces(reads: readonly (readonly string[])[]): boolean {
  return distinctive.some(({ steps }) => reads.some(read => covers(steps, read)));
}

/** Whether a model knows the places that only HTTP events have, where they are read. */
function hasHttpPlaces(model: EventModel, reads: readonly (readonly string[])[]): boolean {
  const own = new Set(Object.keys(model.fields).map(path => fieldSteps(path)[0]));
  return distinctive.every(({ steps, model: http }) => http !== anyHttp || own.has(steps[0]) || !reads.some(read => covers(steps, read)));
}

/** The one model that fits; the model of all HTTP events when several of these do; null when it is not clear. */
function choose(models: Set<EventModel>, reads: readonly (readonly string[])[]): EventModel | null {
  const special = [...models].filter(model => model !== anyHttp);
  const [first] = special;
  // One function that takes requests and records alike gets an event of either kind.
  if (special.length === 1 && first !== undefined) return first.responds === 'http' || hasHttpPlaces(first, reads) ? first : null;
  const http = special.every(model => model.responds === 'http');
  return models.size > 0 && http ? (anyHttp ?? null) : null;
}

/** A record's own name where its event's records have one. */
function recordType(model: EventModel | null): string | null {
  return model?.parts?.['Records[]']?.[0] ?? null;
}

/**
 * Which event a handler gets, by its type when it has one, else by the places that its body reads.
 * @returns key of a model in lib/models/events; null when nothing, or more than one thing, fits
 */
export function inferEvent(fn: FunctionNode, verdict: Pick<Verdict, 'event' | 'parameters'>): string | null {
  if (verdict.event !== null) return verdict.event;
  const role = verdict.parameters[0];
  if (role !== 'event' && role !== 'record') return null;
  const reads = role === 'record' ? readsOf(fn).map(read => ['Records', '[]', ...read]) : readsOf(fn);
  const certain = matching(distinctive, reads);
  const likely = [...matching(typical, reads)].filter(model => certain.size === 0 || certain.has(model));
  const model = choose(certain, reads) ?? choose(new Set(likely), reads);
  return role === 'record' ? recordType(model) : (model?.types[0] ?? null);
}
