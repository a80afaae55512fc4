import { defineModel, type HandlerSpec } from '../model.js';
import { passes } from '../specs.js';

const slots = 'Argument[0].Member[request].Member[intent].Member[slots].Member[*]';
const handles = (path: string): HandlerSpec => ({ path, parameters: ['event'], event: 'HandlerInput', responds: false });

/** What answers a request to a skill. https://developer.amazon.com/docs/alexa/alexa-skills-kit-sdk-for-nodejs/handle-requests.html */
export default defineModel({
  module: ['ask-sdk-core', 'ask-sdk'],
  types: {
    Builder: [
      'Member[SkillBuilders].Member[custom,standard].ReturnValue',
      'Builder.AnyMember.ReturnValue',
      'Builder.Member[addRequestHandlers,addRequestHandler,addRequestInterceptors,addErrorHandlers].ReturnValue',
    ],
  },
  handlers: [
    handles('Builder.Member[addRequestHandlers].Argument[0..].Member[canHandle,handle]'),
    handles('Builder.Member[addRequestHandler].Argument[0,1]'),
    handles('Builder.Member[addRequestInterceptors].Argument[0..].Member[process]'),
    handles('Builder.Member[addErrorHandlers].Argument[0..].Member[canHandle,handle]'),
  ],
  // https://developer.amazon.com/docs/alexa/alexa-skills-kit-sdk-for-nodejs/utilities.html
  summaries: [
    ...passes('value', ['Member[getSlot]'], slots),
    ...passes('value', ['Member[getSlotValue]'], `${slots}.Member[value]`),
    ...passes('value', ['Member[getRequest]'], 'Argument[0].Member[request]'),
  ],
});
