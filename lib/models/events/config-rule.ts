import { defineEvent } from '../event-model.js';

/**
 * Custom rules of AWS Config: the item describes resources, whose names and tags others choose; the parameters are the rule author's.
 * https://docs.aws.amazon.com/config/latest/developerguide/evaluate-config_develop-rules_example-events.html
 */
export const configRuleEvent = defineEvent({
  types: ['ConfigRuleEvent'],
  service: 'AWS Config',
  distinctive: ['invokingEvent', 'configRuleName', 'configRuleArn', 'eventLeftScope'],
  typical: ['ruleParameters', 'resultToken', 'executionRoleArn'],
  fields: {
    invokingEvent: { trust: 'controlled', label: 'the invoking event', form: 'text', whole: true },
    resultToken: { trust: 'trusted', sensitive: 'the result token' },
  },
  rest: 'trusted',
});
