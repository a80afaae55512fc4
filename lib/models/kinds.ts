/** Where a value can do harm. A rule selects the places it guards by these names; a model labels an argument with one. */
export const sinkKinds = [
  'command',
  'code',
  'module',
  'template',
  'sql',
  'nosql',
  'path',
  'object-key',
  'xml',
  'html',
  'url',
  'page',
  'deserialize',
  'property-key',
  'redirect',
  'regex',
  'log',
  'text-log',
  'response',
  'request',
  'module-state',
  'logger-keys',
  'temporary-file',
  'secret-id',
  'env-name',
  'write',
] as const;

/** Where a value comes from. `unknown` is what only the `dynamic` tier looks at. */
export const sourceKinds = [
  'event',
  'stored',
  'identity',
  'secret',
  'environment',
  'credentials',
  'error',
  'client-error',
  'unknown',
] as const;

/** Calls that a rule looks at by their form: which secrets they fetch and how, what they are told to log, which sites they let in. */
export const shapeKinds = [
  'event-logging',
  'secret-fetch',
  'secret-refetch',
  'secret-listing',
  'stale-secret',
  'logger-reset',
  'file-removal',
  'exit',
  'open-cors',
  'echoed-cors',
] as const;

export type ShapeKind = (typeof shapeKinds)[number];
export type SinkKind = (typeof sinkKinds)[number];
export type SourceKind = (typeof sourceKinds)[number];
