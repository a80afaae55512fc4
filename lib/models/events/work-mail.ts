import { defineEvent } from '../event-model.js';

/** WorkMail e-mail flow rules. https://docs.aws.amazon.com/workmail/latest/adminguide/lambda.html */
export const workMailEvent = defineEvent({
  types: ['WorkMailEvent', 'WorkMailMessageFlowEvent'],
  service: 'WorkMail',
  distinctive: ['envelope.mailFrom', 'flowDirection'],
  fields: {
    envelope: { trust: 'controlled', label: "the e-mail's envelope", whole: true },
    'envelope.mailFrom.address': { trust: 'controlled', label: "the e-mail's sender", form: 'string' },
    'envelope.recipients[].address': { trust: 'controlled', label: "the e-mail's recipient", form: 'string' },
    sender: { trust: 'controlled', label: "the e-mail's sender" },
    subject: { trust: 'controlled', label: "the e-mail's subject", form: 'string' },
  },
  rest: 'trusted',
});
