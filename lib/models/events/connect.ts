import { defineEvent } from '../event-model.js';

/** Amazon Connect contact flows. https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html */
export const connectEvent = defineEvent({
  types: ['ConnectContactFlowEvent'],
  handlerTypes: ['ConnectContactFlowHandler'],
  service: 'Amazon Connect',
  distinctive: ['Details.ContactData', 'Details.Parameters'],
  fields: {
    Details: { trust: 'controlled', below: 'trusted', whole: true },
    'Details.ContactData': { trust: 'controlled', below: 'trusted', whole: true },
    'Details.ContactData.Attributes': { trust: 'controlled', label: 'the contact attributes' },
    'Details.ContactData.Attributes.*': { trust: 'controlled', label: 'a contact attribute', form: 'string' },
    'Details.ContactData.CustomerEndpoint.Address': { trust: 'controlled', label: "the caller's address", form: 'string' },
    'Details.Parameters': { trust: 'controlled', label: "the contact flow's parameters" },
    'Details.Parameters.*': { trust: 'controlled', label: 'a contact flow parameter', form: 'string' },
  },
  rest: 'trusted',
  responds: 'data',
});
