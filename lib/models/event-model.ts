/**
 * What the sender of a field decides. `controlled`: its content; `trusted`: AWS wrote it (request ids, account ids, ARNs);
 * `identity`: an authorizer or Cognito vouches for it.
 */
export type Trust = 'controlled' | 'trusted' | 'identity';

export interface EventField {
  readonly trust: Trust;
  /** In words, for messages: "the S3 object key", "the query string". */
  readonly label?: string;
  /** `string`: only ever a string (a path or query parameter); `json`: any JSON value; `text`: a string that often holds JSON or base64. Default: json. */
  readonly form?: 'string' | 'text' | 'json';
  /** The text starts with a slash: the path of a request, so behind a host it chooses no other host. */
  readonly rooted?: true;
  /** What is written here is sent as HTML. */
  readonly mail?: true;
  /** What the origin answered: a handler changes it and gives it back. */
  readonly answer?: true;
  /** The service's own name of what it keeps of the sender's elsewhere: the object that holds a received mail. */
  readonly names?: true;
  /** The field holds (nearly) all that the sender sent: the body, a record, a message. no-event-logging counts it as the whole event. */
  readonly whole?: true;
  /** In words, when logging it is a leak by itself: "the Authorization header". */
  readonly sensitive?: string;
  /** Trust of the paths below that match no entry. Default: the same as `trust`. */
  readonly below?: Trust;
}

/** One kind of event: what its service sends, who controls which path. */
export interface EventModel {
  /** Names in @types/aws-lambda or Powertools for the event; the first is the model's own name. */
  readonly types: readonly string[];
  /** Names of types for its handlers: `SQSHandler`. */
  readonly handlerTypes?: readonly string[];
  /** What a parameter of this shape is. Default: `event`. */
  readonly role?: 'event' | 'record' | 'context' | 'request' | 'router-context';
  /** In words: "API Gateway". */
  readonly service: string;
  /**
   * Paths that only a Lambda event has (`requestContext.http`, `Records[].s3`). A function that reads one of its first parameter
   * handles an event, and of this kind.
   */
  readonly distinctive: readonly string[];
  /** Paths that tell this event from others, but that ordinary objects have too: they never make a function a handler. */
  readonly typical?: readonly string[];
  /** Places whose type has a name of its own: `Records[]` is an `SQSRecord`. Each is a model by itself. */
  readonly parts?: Readonly<Record<string, readonly string[]>>;
  /**
   * By path from the event: `body`, `headers.*`, `Records[].s3.object.key`; `*` is any one member, `[]` any element, `**` at the end everything below,
   * `["a.b"]` a member whose name has a dot, the empty path the event itself.
   * Matching is by the longest entry; a deeper path inherits trust from its nearest listed ancestor; a place that is not listed but
   * has listed places below it is controlled when one of them is.
   */
  readonly fields: Readonly<Record<string, EventField>>;
  /** Trust of paths that match no entry. */
  readonly rest: Trust;
  /** The function's return value goes back to the sender (API Gateway, AppSync, Lex …), as an HTTP response with status and headers or as plain data. */
  readonly responds?: 'http' | 'data' | 'edge';
}

/** Facts about more places of the events, by name of the event; a name that is not a key of `eventModels` is a new event. */
export type EventAdditions = Readonly<Record<string, Partial<Pick<EventModel, 'fields' | 'rest'>>>>;

/** Types an event model's literal; returns it unchanged. */
export function defineEvent<const E extends EventModel>(event: E): E {
  return event;
}
