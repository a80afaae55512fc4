import { defineEvent } from '../event-model.js';

/** Amazon Lex, first version. https://docs.aws.amazon.com/lex/latest/dg/lambda-input-response-format.html */
export const lexEvent = defineEvent({
  types: ['LexEvent'],
  handlerTypes: ['LexHandler'],
  service: 'Amazon Lex',
  distinctive: ['currentIntent', 'outputDialogMode'],
  typical: ['inputTranscript', 'sessionAttributes', 'bot', 'invocationSource'],
  fields: {
    currentIntent: { trust: 'controlled', below: 'trusted', whole: true },
    'currentIntent.slots': { trust: 'controlled', label: 'the slots' },
    'currentIntent.slots.*': { trust: 'controlled', label: 'a slot value', form: 'string' },
    'currentIntent.slotDetails': { trust: 'controlled', label: 'the slots' },
    inputTranscript: { trust: 'controlled', label: "the user's words", form: 'string' },
    sessionAttributes: { trust: 'controlled', label: 'the session attributes' },
    'sessionAttributes.*': { trust: 'controlled', label: 'a session attribute', form: 'string' },
    requestAttributes: { trust: 'controlled', label: 'the request attributes' },
    'requestAttributes.*': { trust: 'controlled', label: 'a request attribute', form: 'string' },
    userId: { trust: 'controlled', label: 'the user id', form: 'string' },
  },
  rest: 'trusted',
  responds: 'data',
});

/** Amazon Lex, second version. https://docs.aws.amazon.com/lexv2/latest/dg/lambda-input-format.html */
export const lexV2Event = defineEvent({
  types: ['LexV2Event'],
  handlerTypes: ['LexV2Handler'],
  service: 'Amazon Lex',
  distinctive: ['sessionState.intent', 'interpretations', 'proposedNextState', 'sessionState.originatingRequestId'],
  typical: ['inputTranscript', 'sessionState', 'transcriptions', 'invocationSource'],
  fields: {
    inputTranscript: { trust: 'controlled', label: "the user's words", form: 'string' },
    sessionId: { trust: 'controlled', label: 'the session id', form: 'string' },
    requestAttributes: { trust: 'controlled', label: 'the request attributes' },
    'requestAttributes.*': { trust: 'controlled', label: 'a request attribute', form: 'string' },
    interpretations: { trust: 'controlled', below: 'trusted', whole: true },
    'interpretations[].intent.slots': { trust: 'controlled', label: 'the slots' },
    'interpretations[].intent.slots.*': { trust: 'controlled', label: 'a slot value' },
    sessionState: { trust: 'controlled', below: 'trusted', whole: true },
    'sessionState.intent.slots': { trust: 'controlled', label: 'the slots' },
    'sessionState.intent.slots.*': { trust: 'controlled', label: 'a slot value' },
    'sessionState.sessionAttributes': { trust: 'controlled', label: 'the session attributes' },
    'sessionState.sessionAttributes.*': { trust: 'controlled', label: 'a session attribute', form: 'string' },
    'proposedNextState.intent.slots': { trust: 'controlled', label: 'the slots' },
    transcriptions: { trust: 'controlled', label: "the user's words" },
  },
  rest: 'trusted',
  responds: 'data',
});
