import { pathProblem } from './flow/api-graph.js';
import { shapeKinds, sinkKinds, sourceKinds } from './models/kinds.js';
import { type Model, predicateNames, templateSyntaxes, testNames } from './models/model.js';
import type { EventAdditions } from './models/event-model.js';
import { eventModels } from './models/events/registry.js';
import { type Check, either, list, object, oneOf, record, SettingsError, text, wholeNumber } from './settings-checks.js';

/** What `settings['lambda-security']` of an ESLint config may hold. */
export interface Settings {
  /** What further libraries do, in the shape of the rules' own models. */
  readonly models?: readonly Model[];
  /** More about the places of events: a field that is trusted, a label; by the name of the event's type. An unknown name is a new event. */
  readonly events?: EventAdditions;
  /** Functions that Lambda calls: `main`, an export of any file, or `src/orders.main`, as a template names it. */
  readonly handlers?: readonly string[];
}

const roles = ['event', 'record', 'context', 'callback', 'request', 'response', 'router-context', 'error', 'unknown'];

const isList = (value: unknown): boolean => Array.isArray(value);
const isText = (value: unknown): boolean => typeof value === 'string';
const always = (): boolean => true;

const texts = either({ suits: isList, check: list(text) }, { suits: always, check: text });
const condition = object(
  {
    argument: wholeNumber,
    is: either(
      { suits: isText, check: oneOf([...testNames, ...predicateNames]) },
      { suits: always, check: object({ oneOf: list(() => undefined) }) },
    ),
  },
  { of: oneOf(['receiver']), property: text, not: oneOf([true]) },
);
const when = either({ suits: isList, check: list(condition) }, { suits: always, check: condition });
const template = object({ argument: wholeNumber, syntax: oneOf(templateSyntaxes) }, { of: oneOf(['receiver']), unescaped: when });
const taintedOrWhen = either({ suits: isText, check: oneOf(['tainted']) }, { suits: always, check: when });
const clears = either({ suits: isText, check: oneOf(['all']) }, { suits: always, check: list(oneOf(sinkKinds)) });
const argument = either({ suits: isText, check: oneOf(['this']) }, { suits: always, check: wholeNumber });

/** The check of a model; paths may start with the names of its types. */
function modelCheck(types: ReadonlySet<string>): Check {
  const path: Check = (value, key) => {
    // The empty path is the module itself.
    if (value !== '') text(value, key);
    const problem = pathProblem(String(value), types);
    if (problem !== null) throw new SettingsError(`${key}: ${problem}`);
  };
  return object(
    {},
    {
      module: texts,
      global: texts,
      types: record(list(path)),
      sinks: list(
        object(
          { path, kind: oneOf(sinkKinds) },
          { when, only: oneOf(['object', 'literal']), lasting: oneOf([true]), proven: oneOf([true]), label: text },
        ),
      ),
      sources: list(
        object(
          { path, kind: oneOf(sourceKinds), label: text },
          {
            when: taintedOrWhen,
            event: text,
            members: list(text),
            secretMembers: text,
            clears: list(oneOf(sinkKinds)),
            columns: oneOf([true]),
            part: oneOf([true]),
          },
        ),
      ),
      summaries: list(object({ path, from: path, to: path, as: oneOf(['value', 'part', 'text', 'parsed', 'map']) }, { when, template })),
      sanitizers: list(object({ path, clears }, { argument, to: path, when })),
      guards: list(object({ path, argument, clears, on: oneOf([true, false, 'return']) }, { when })),
      handlers: list(
        object(
          { path },
          {
            parameters: list(oneOf(roles)),
            failure: list(oneOf(roles)),
            event: text,
            responds: oneOf([false]),
            exported: oneOf([true]),
            needs: oneOf(['adapter']),
          },
        ),
      ),
      errors: list(object({ path, kind: oneOf(sourceKinds), label: text })),
      adapters: list(path),
      shapes: list(object({ path, kind: oneOf(shapeKinds) }, { when, label: text })),
    },
  );
}

const model: Check = (value, key) => {
  const types = (value as { types?: unknown } | null)?.types;
  modelCheck(new Set(typeof types === 'object' && types !== null ? Object.keys(types) : []))(value, key);
  const { module, global } = value as Model;
  if ((module === undefined) === (global === undefined)) throw new SettingsError(`${key}: needs either "module" or "global".`);
};

const trusts = oneOf(['controlled', 'trusted', 'identity']);
const field = object(
  { trust: trusts },
  { label: text, form: oneOf(['string', 'text', 'json']), whole: oneOf([true]), sensitive: text, below: trusts },
);
const all = object({}, { models: list(model), events: record(object({}, { fields: record(field), rest: trusts })), handlers: list(text) });

const none: Settings = {};
const checked = new WeakMap<object, Settings>();

/**
 * The plugin's part of ESLint's settings, checked once.
 * @param settings all of ESLint's, as a rule's context has them
 * @throws SettingsError that names the key
 */
export function settingsOf(settings: Readonly<Record<string, unknown>> | undefined): Settings {
  const own = settings?.['lambda-security'];
  if (own === undefined) return none;
  const known = typeof own === 'object' && own !== null ? checked.get(own) : undefined;
  if (known !== undefined) return known;
  all(own, 'settings["lambda-security"]');
  const result = own as Settings;
  for (const name of (result.models ?? []).flatMap(({ handlers = [] }) => handlers.flatMap(({ event }) => event ?? []))) {
    if (!(name in eventModels) && !Object.hasOwn(result.events ?? {}, name)) {
      throw new SettingsError(`settings["lambda-security"].models: no event is called "${name}"; add it to "events".`);
    }
  }
  checked.set(result, result);
  return result;
}

/** Exports of a file that the settings call handlers. @param file absolute, or relative as the linter has it */
export function handlersNamed(settings: Settings, file: string): readonly string[] {
  const place = file.replaceAll('\\', '/').replace(/\.[cm]?[jt]sx?$/u, '');
  return (settings.handlers ?? []).flatMap(name => {
    const dot = name.lastIndexOf('.');
    if (dot < 0) return name;
    const path = name.slice(0, dot).replace(/^\.?\//u, '');
    return place === path || place.endsWith(`/${path}`) ? name.slice(dot + 1) : [];
  });
}
