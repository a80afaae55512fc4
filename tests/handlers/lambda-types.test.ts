import { describe, expect, it } from 'vitest';
import { eventOfType, handlerOfType, isContextType, type LambdaType } from '../../lib/handlers/lambda-types.js';
import { candidatesOf } from './candidates-of.js';

const aws = `import type { Context, LambdaContext, Handler, SQSEvent, S3Event, StreamRecord, SNSMessage, Callback } from 'aws-lambda';`;

/** What an annotation of a handler's first parameter is taken for. */
const ofParameter = (type: string, before = aws): LambdaType | null => {
  const [candidate] = candidatesOf(`${before}\nexport const handler = async (event: ${type}) => event;`);
  const [parameter] = candidate!.fn.params;
  return eventOfType(parameter?.type === 'Identifier' ? (parameter.typeAnnotation?.typeAnnotation ?? null) : null, candidate!);
};
const ofVariable = (type: string, before = aws): LambdaType | null => {
  const [candidate] = candidatesOf(`${before}\nexport const handler: ${type} = async event => event;`);
  return handlerOfType(candidate!.variableType, candidate!);
};

describe('the type of an event', () => {
  it.each([
    'SQSEvent',
    'AWSLambda.SQSEvent',
    'awslambda.SQSEvent',
    "import('aws-lambda').SQSEvent",
    'readonly SQSEvent',
    'SQSEvent | SQSEvent',
    'SQSEvent | undefined',
    '{ traceId: string } & SQSEvent',
    'ValidatedSQSEvent',
    'Body<SQSEvent>',
    ...['Partial', 'Readonly', 'Required', 'NonNullable', 'DeepPartial', 'DeepReadonly', 'Simplify'].map(name => `${name}<SQSEvent>`),
    ...['Omit', 'Pick', 'Merge', 'Except'].map(name => `${name}<SQSEvent, 'Records'>`),
  ])('%s is SQSEvent', type => {
    expect(ofParameter(type)).toEqual({ event: 'SQSEvent' });
  });

  it.each(['Array', 'ReadonlyArray'])('%s of events that come in lists', name => {
    expect(ofParameter(`${name}<AppSyncResolverEvent<Input>>`)).toEqual({ event: 'AppSyncResolverEvent[]' });
    expect(ofParameter(`${name}<SQSEvent>`)).toBeNull();
  });

  it.each(['Promise', 'Set', 'Map', 'Record', 'Iterable', 'AsyncIterable', 'Observable'])(
    '%s is no event, whatever it holds',
    container => {
      expect(ofParameter(`${container}<SQSEvent>`)).toBeNull();
    },
  );

  it('two kinds in one are an event, of no kind', () => {
    expect(ofParameter('SQSEvent | S3Event')).toEqual({ event: null });
  });

  it.each([
    ["EventBridgeEvent<'Scheduled Event', Detail>", 'ScheduledEvent'],
    ["EventBridgeEvent<'Order Placed', Detail>", 'EventBridgeEvent'],
    ["EventBridgeEvent<string, 'Scheduled Event'>", 'EventBridgeEvent'],
    ['EventBridgeEvent<42, Detail>', 'EventBridgeEvent'],
    ["Wrapper<'Scheduled Event'>", null],
  ])('%s', (type, event) => {
    expect(ofParameter(type)?.event ?? null).toBe(event);
  });

  it.each(['Context', 'Handler', 'Callback', 'RequestEnvelope', 'StreamRecord', 'SNSMessage', 'BaseTriggerEvent', 'ScheduledEvent'])(
    '%s, a name that others use too, counts only out of Lambda’s types',
    name => {
      expect(ofParameter(name, `import type { ${name} } from './own';`)).toBeNull();
    },
  );

  it.each(['StreamRecord', 'SNSMessage'])('%s out of Lambda’s types is one', name => {
    expect(ofParameter(name)).not.toBeNull();
  });

  it('aliases and interfaces of the file are looked into, as far as they go on', () => {
    expect(ofParameter('Job', `${aws}\ntype Job = SQSEvent & { id: string };`)).toEqual({ event: 'SQSEvent' });
    expect(ofParameter('Job', `${aws}\nexport interface Job extends SQSEvent { id: string }`)).toEqual({ event: 'SQSEvent' });
    expect(ofParameter('Job', `${aws}\ninterface Job extends queue.Job<SQSEvent> {}`)).toBeNull();
    expect(ofParameter('Job', 'type Job = Other; type Other = Job;')).toBeNull();
  });

  it('the parameter of a type for handlers', () => {
    expect(ofParameter('Parameters<Handler<SQSEvent>>[0]')).toEqual({ event: 'SQSEvent' });
    expect(ofParameter('Inputs<Handler<SQSEvent>>[0]')).toBeNull();
    expect(ofParameter('types.Parameters<Handler<SQSEvent>>[0]')).toBeNull();
    expect(ofParameter('{ a: SQSEvent }["a"]')).toBeNull();
  });
});

describe('the type of a handler', () => {
  it.each([
    'SQSHandler',
    'Handler<SQSEvent>',
    'StreamifyHandler<SQSEvent>',
    '(event: SQSEvent) => void',
    "import('aws-lambda').Handler<SQSEvent>",
    ...['AsyncHandler', 'SyncHandler', 'MiddyfiedHandler', 'MiddyHandler', 'MiddyInputHandler', 'MiddlewareHandler'].flatMap(name => [
      `${name}<SQSEvent>`,
      `${name}<Handler<SQSEvent>>`,
    ]),
  ])('%s takes an SQSEvent', type => {
    expect(ofVariable(type)).toEqual({ event: 'SQSEvent' });
  });

  it('a handler of no known event is one where the name is Lambda’s', () => {
    expect(ofVariable('Handler')).toEqual({ event: null });
    expect(ofVariable("import('aws-lambda').Handler")).toEqual({ event: null });
    expect(ofVariable("LambdaInterface['handler']")).toEqual({ event: null });
    expect(ofVariable("Other['handler']")).toBeNull();
    expect(ofVariable('Handler', "import type { Handler } from './own';")).toBeNull();
  });

  it('a scheduled event', () => {
    expect(ofVariable("EventBridgeHandler<'Scheduled Event', Detail, void>")).toEqual({ event: 'ScheduledEvent' });
    expect(ofVariable("EventBridgeHandler<'Order Placed', Detail, void>")).toEqual({ event: 'EventBridgeEvent' });
  });

  it('an alias of the file, and one that goes round in circles', () => {
    expect(ofVariable('Job', `${aws}\ntype Job = Handler<SQSEvent>;`)).toEqual({ event: 'SQSEvent' });
    expect(ofVariable('Job', `${aws}\ntype Job = (event: S3Event) => Promise<void>;`)).toEqual({ event: 'S3Event' });
    expect(ofVariable('Job', 'type Job = Job;')).toBeNull();
  });

  it('what takes apart its first parameter, or has none, says nothing', () => {
    expect(ofVariable('({ Records }: SQSEvent) => void')).toBeNull();
    expect(ofVariable('() => void')).toBeNull();
    expect(ofVariable('{ handler: SQSEvent }')).toBeNull();
  });
});

it.each(['Context', 'LambdaContext'])('%s is the context where it is Lambda’s', name => {
  const typeIn = (before: string, type = name) => {
    const [candidate] = candidatesOf(`${before}\nexport const handler = async (event, context: ${type}) => event;`);
    const parameter = candidate!.fn.params[1];
    return isContextType(parameter?.type === 'Identifier' ? (parameter.typeAnnotation?.typeAnnotation ?? null) : null, candidate!);
  };
  expect(typeIn(aws)).toBe(true);
  expect(typeIn(`import type { ${name} } from './own';`)).toBe(false);
  expect(typeIn(aws, `{ ${name}: string }`)).toBe(false);
});
