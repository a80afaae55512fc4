import { defineEvent } from '../event-model.js';

/** Bedrock agents: a model fills the parameters in from what the user wrote. https://docs.aws.amazon.com/bedrock/latest/userguide/agents-lambda.html */
export const bedrockAgentEvent = defineEvent({
  types: ['BedrockAgentEvent', 'BedrockAgentFunctionEvent', 'BedrockAgentOpenApiEvent'],
  service: 'Bedrock',
  distinctive: ['actionGroup', 'promptSessionAttributes'],
  typical: ['requestBody.content', 'apiPath', 'inputText', 'agent', 'function', 'parameters'],
  fields: {
    parameters: { trust: 'controlled', label: "the agent's parameters", whole: true },
    'parameters[].name': { trust: 'trusted' },
    'parameters[].type': { trust: 'trusted' },
    'parameters[].value': { trust: 'controlled', label: "the agent's parameter", form: 'string' },
    requestBody: { trust: 'controlled', label: 'the request body', whole: true },
    inputText: { trust: 'controlled', label: "the user's words", form: 'string' },
    apiPath: { trust: 'controlled', label: 'the API path', form: 'string' },
    sessionAttributes: { trust: 'controlled', label: 'the session attributes' },
    promptSessionAttributes: { trust: 'controlled', label: 'the prompt session attributes' },
  },
  rest: 'trusted',
  responds: 'data',
});
