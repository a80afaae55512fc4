import { defineEvent, type EventField } from '../event-model.js';

/** Alexa skills. https://developer.amazon.com/docs/alexa/custom-skills/request-and-response-json-reference.html */
export const alexaEvent = defineEvent({
  types: ['RequestEnvelope', 'AlexaRequestEnvelope'],
  service: 'Alexa',
  distinctive: ['request.intent', 'session.application.applicationId', 'context.System'],
  typical: ['session.new', 'session.user.userId', 'session.attributes', 'session.application', 'session.sessionId'],
  fields: {
    request: { trust: 'controlled', below: 'trusted', whole: true },
    'request.intent': { trust: 'controlled', below: 'trusted' },
    'request.intent.slots': { trust: 'controlled', label: 'the slots' },
    'request.intent.slots.*.name': { trust: 'trusted' },
    'request.intent.slots.*.confirmationStatus': { trust: 'trusted' },
    'request.intent.slots.*.value': { trust: 'controlled', label: 'a slot value', form: 'string' },
    'request.arguments': { trust: 'controlled', label: "the user event's arguments" },
    'request.message': { trust: 'controlled', label: 'the message' },
    'session.attributes': { trust: 'controlled', label: 'the session attributes' },
    'session.user': { trust: 'identity' },
    'session.user.accessToken': { trust: 'identity', sensitive: "the user's access token" },
    'context.System.user': { trust: 'identity' },
    'context.System.user.accessToken': { trust: 'identity', sensitive: "the user's access token" },
    'context.System.apiAccessToken': { trust: 'trusted', sensitive: 'the API access token' },
  },
  rest: 'trusted',
  responds: 'data',
});

const inEnvelope = (path: string): string => `requestEnvelope.${path}`;

/** What the Alexa Skills Kit hands to a request handler. https://developer.amazon.com/docs/alexa/alexa-skills-kit-sdk-for-nodejs/handle-requests.html */
export const alexaHandlerInput = defineEvent({
  types: ['HandlerInput'],
  service: 'Alexa',
  distinctive: alexaEvent.distinctive.map(inEnvelope),
  fields: Object.fromEntries(Object.entries<EventField>(alexaEvent.fields).map(([path, field]) => [inEnvelope(path), field])),
  rest: 'trusted',
});
