import type { ShapeKind, SinkKind, SourceKind } from '../kinds.js';
import { defineModel, type AccessPath, type Model, type ShapeSpec, type SinkSpec, type SourceSpec, type When } from '../model.js';

/** What an operation does with a part of its input, or what its output holds. */
export type Effect =
  | { readonly sink: SinkKind; readonly at: readonly AccessPath[]; readonly only?: 'object'; readonly label?: string; readonly when?: When }
  | { readonly shape: ShapeKind; readonly when?: When; readonly label?: string }
  | { readonly source: SourceKind; readonly label: string; readonly members: readonly string[]; readonly when?: When | 'tainted' };

/** Operations by their names in the API, `GetObject,HeadObject`, and one effect that they share. */
export type Row = readonly [operations: string, ...effects: readonly Effect[]];

export interface Service {
  /** Name in `@aws-sdk/client-<id>`. */
  readonly id: string;
  /** Name of the client's class in `aws-sdk`, and of the aggregated client in version 3 where that differs. */
  readonly name: string;
  readonly aggregated?: string;
  readonly rows: readonly Row[];
}

/** @returns text in the members of the input that `at` lists, each a path below the input: `Member[Key]`; the empty path is the input itself. */
export const input = (sink: SinkKind, ...at: readonly AccessPath[]): Effect => ({ sink, at });

/** @returns members of the input as a place for something that the message names: "the queue". */
export const chosen = (sink: SinkKind, label: string, ...at: readonly AccessPath[]): Effect => ({ sink, at, label });

/** The request changes something, and carries its input out of the function. */
export const writes: readonly Effect[] = [
  { sink: 'write', at: [''] },
  { sink: 'request', at: [''] },
];

/** The call is worth a report by its form. */
export const shape = (kind: ShapeKind, when?: When): Effect => ({ shape: kind, ...(when && { when }) });

/** @returns what comes back of data that the event names. */
export const reads = (label: string, ...members: readonly string[]): Effect => ({ source: 'stored', label, members, when: 'tainted' });

/** @returns what others have put there, whatever the request. */
export const receives = (label: string, ...members: readonly string[]): Effect => ({ source: 'stored', label, members });

export const secret = (label: string, members: readonly string[], when?: When): Effect => ({
  source: 'secret',
  label,
  members,
  ...(when && { when }),
});

export const credentials = (label: string, ...members: readonly string[]): Effect => ({ source: 'credentials', label, members });

/** How one version of the SDK spells an operation: where its input goes and where its output comes out. */
export interface Spelling {
  /** @param operations names in the API. */
  readonly inputs: (operations: readonly string[]) => readonly AccessPath[];
  readonly outputs: (operations: readonly string[]) => readonly AccessPath[];
}

const methods = (operations: readonly string[]): string => operations.map(name => name[0]!.toLowerCase() + name.slice(1)).join();

/** `client.send(new GetObjectCommand(input))`. */
export const commands: Spelling = {
  inputs: operations => [`Member[${operations.map(name => `${name}Command`).join()}].Argument[0]`],
  outputs: operations => [`Member[${operations.map(name => `${name}Command`).join()}].Instance.Sent`],
};

/** `client.getObject(input)`, with a promise or a callback. */
export const aggregated = (client: AccessPath): Spelling => ({
  inputs: operations => [`${client}.Member[${methods(operations)}].Argument[0]`],
  outputs: operations => [
    `${client}.Member[${methods(operations)}].ReturnValue`,
    `${client}.Member[${methods(operations)}].Argument[1].Parameter[1]`,
  ],
});

const inPages = /^(?:Query|Scan|List|Describe|Search|Filter|Get\w+ByPath)/u;

/** The data that comes back of `for await (const page of paginateQuery({ client }, input))`, and where the input goes. */
export function spellPages(rows: readonly Row[]): { readonly sinks: readonly SinkSpec[]; readonly sources: readonly SourceSpec[] } {
  const paginated = rows.flatMap(([names, ...effects]): Row[] => {
    const operations = names.split(',').filter(name => inPages.test(name));
    // A condition is on the first argument, where the client is.
    return operations.length === 0 ? [] : [[operations.join(), ...effects.filter(effect => !('shape' in effect) && !isTest(effect.when))]];
  });
  const { sinks, sources } = spell(paginated, [
    {
      inputs: operations => operations.map(name => `Member[paginate${name}].Argument[1]`),
      outputs: operations => operations.map(name => `Member[paginate${name}].ReturnValue.ArrayElement`),
    },
  ]);
  return { sinks, sources };
}

const promised = '.Member[promise].ReturnValue';
const isTest = (when: When | 'tainted' | undefined): when is When => when !== undefined && when !== 'tainted';
/** The input is an argument of the call that made the request, not of `promise()`. */
const ofRequest = (when: When): When => [when].flat().map(condition => ({ ...condition, of: 'receiver' as const }));

/** `client.getObject(input).promise()`, or with a callback, in version 2. */
export const requests = (client: AccessPath): Spelling => ({
  inputs: operations => [`${client}.Member[${methods(operations)}].Argument[0]`],
  outputs: operations => [
    `${client}.Member[${methods(operations)}].ReturnValue${promised}`,
    `${client}.Member[${methods(operations)}].Argument[1].Parameter[1]`,
  ],
});

/** @returns the sinks and sources of a table in one spelling. */
export function spell(
  rows: readonly Row[],
  spellings: readonly Spelling[],
): { readonly sinks: readonly SinkSpec[]; readonly sources: readonly SourceSpec[]; readonly shapes: readonly ShapeSpec[] } {
  const shapes: ShapeSpec[] = [];
  const sinks: SinkSpec[] = [];
  const sources: SourceSpec[] = [];
  for (const [names, ...effects] of rows) {
    const operations = names.split(',');
    for (const spelling of spellings) {
      for (const effect of effects) {
        if ('shape' in effect) {
          const { shape: kind, ...more } = effect;
          for (const argument of spelling.inputs(operations))
            shapes.push({ path: argument.replace(/\.Argument\[0\]$/u, ''), kind, ...more });
        } else if ('sink' in effect) {
          const { sink: kind, at, ...more } = effect;
          for (const root of spelling.inputs(operations))
            for (const below of at) sinks.push({ path: below === '' ? root : `${root}.${below}`, kind, ...more });
        } else {
          const { source: kind, members, ...more } = effect;
          for (const path of spelling.outputs(operations))
            sources.push({
              path,
              kind,
              members,
              ...more,
              ...(isTest(more.when) && path.endsWith(promised) && { when: ofRequest(more.when) }),
            });
        }
      }
    }
  }
  return { sinks, sources, shapes };
}

const endpoint: readonly SinkSpec[] = [{ path: 'Client.Argument[0].Member[endpoint]', kind: 'url', label: 'the endpoint' }];
const own: readonly SourceSpec[] = [
  {
    path: 'Made.Member[config].Member[credentials].ReturnValue',
    kind: 'credentials',
    label: "the execution role's credentials",
    members: ['secretAccessKey', 'sessionToken'],
  },
];

/** @returns the models of a service: its package in version 3, its class in version 2, its module in version 2. */
export function defineService({ id, name, aggregated: whole = name, rows }: Service): readonly Model[] {
  const current = spell(rows, [commands, aggregated('Made')]);
  const pages = spellPages(rows);
  const former = spell(rows, [requests('Made')]);
  return [
    defineModel({
      module: `@aws-sdk/client-${id}`,
      types: { Client: [`Member[${whole}Client,${whole}]`], Made: ['Client.Instance'] },
      sinks: [...current.sinks, ...pages.sinks, ...endpoint],
      sources: [...current.sources, ...pages.sources, ...own],
      shapes: current.shapes,
    }),
    defineModel({
      module: ['aws-sdk', 'aws-sdk/clients/all'],
      types: { Client: [`Member[${name}]`], Made: ['Client.Instance'] },
      sinks: [...former.sinks, ...endpoint],
      sources: former.sources,
      shapes: former.shapes,
    }),
    defineModel({
      module: `aws-sdk/clients/${name.toLowerCase()}`,
      types: { Client: [''], Made: ['Client.Instance'] },
      sinks: [...former.sinks, ...endpoint],
      sources: former.sources,
      shapes: former.shapes,
    }),
  ];
}
