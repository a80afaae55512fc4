import { defineEvent } from '../event-model.js';

/**
 * SES receipt rules: everything in the mail is the sender's, the verdicts and the S3 location are not.
 * https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-lambda-event.html
 */
export const sesEvent = defineEvent({
  types: ['SESEvent'],
  handlerTypes: ['SESHandler'],
  parts: { 'Records[]': ['SESEventRecord'], 'Records[].ses': ['SESMessage'], 'Records[].ses.mail': ['SESMail'] },
  service: 'SES',
  distinctive: ['Records[].ses'],
  fields: {
    Records: { trust: 'controlled', below: 'trusted', whole: true },
    'Records[]': { trust: 'controlled', below: 'trusted', whole: true },
    'Records[].ses': { trust: 'controlled', below: 'trusted', whole: true },
    'Records[].ses.mail': { trust: 'controlled', label: 'the e-mail', whole: true },
    'Records[].ses.mail.messageId': { trust: 'trusted', names: true },
    'Records[].ses.mail.timestamp': { trust: 'trusted' },
    'Records[].ses.mail.headersTruncated': { trust: 'trusted' },
    'Records[].ses.mail.source': { trust: 'controlled', label: "the e-mail's sender", form: 'string' },
    'Records[].ses.mail.destination': { trust: 'controlled', label: "the e-mail's recipients" },
    'Records[].ses.mail.destination[]': { trust: 'controlled', label: "the e-mail's recipient", form: 'string' },
    'Records[].ses.mail.headers': { trust: 'controlled', label: "the e-mail's headers" },
    'Records[].ses.mail.headers[].value': { trust: 'controlled', label: 'an e-mail header', form: 'string' },
    'Records[].ses.mail.commonHeaders': { trust: 'controlled', label: "the e-mail's headers" },
    'Records[].ses.mail.commonHeaders.subject': { trust: 'controlled', label: "the e-mail's subject", form: 'string' },
    'Records[].ses.mail.commonHeaders.from': { trust: 'controlled', label: "the e-mail's sender" },
    'Records[].ses.mail.commonHeaders.from[]': { trust: 'controlled', label: "the e-mail's sender", form: 'string' },
    'Records[].ses.receipt.recipients': { trust: 'controlled', label: "the e-mail's recipients" },
  },
  rest: 'trusted',
});
