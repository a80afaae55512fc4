import { defineEvent } from '../event-model.js';

/** CodeCommit triggers: whoever pushes names the branch. https://docs.aws.amazon.com/lambda/latest/dg/services-codecommit.html */
export const codeCommitEvent = defineEvent({
  types: ['CodeCommitTriggerEvent'],
  handlerTypes: ['CodeCommitHandler'],
  parts: { 'Records[]': ['CodeCommitTrigger'] },
  service: 'CodeCommit',
  distinctive: ['Records[].codecommit'],
  fields: {
    Records: { trust: 'controlled', below: 'trusted', whole: true },
    'Records[]': { trust: 'controlled', below: 'trusted', whole: true },
    'Records[].codecommit.references[].ref': { trust: 'controlled', label: 'the Git reference', form: 'string' },
  },
  rest: 'trusted',
});
