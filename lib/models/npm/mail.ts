import { defineModel } from '../model.js';
import { sinks } from '../specs.js';

const html = (module: string | readonly string[], ...paths: readonly string[]) =>
  defineModel({
    module,
    sinks: [
      ...sinks('html', paths),
      ...sinks(
        'write',
        paths.map(path => path.replace(/\.Member\[[^\]]*\]$/, '')),
      ),
    ],
  });

/** Mail: the HTML part of a message is shown by the reader's mail program. */
export default [
  html('nodemailer', 'Member[createTransport].ReturnValue.Member[sendMail].Argument[0].Member[html]'),
  defineModel({ module: 'nodemailer', sinks: sinks('url', ['Member[createTransport].Argument[0].Member[host]']) }),
  html('@sendgrid/mail', 'Member[send,sendMultiple].Argument[0].Member[html]', 'Member[send].Argument[0].ArrayElement.Member[html]'),
  html(
    ['mailgun.js', 'mailgun-js'],
    'Instance.Member[client].ReturnValue.Member[messages].Member[create].Argument[1].Member[html]',
    'ReturnValue.Member[messages].ReturnValue.Member[send].Argument[0].Member[html]',
  ),
  html(
    'postmark',
    'Member[ServerClient,Client].Instance.Member[sendEmail].Argument[0].Member[HtmlBody]',
    'Member[ServerClient].Instance.Member[sendEmailBatch].Argument[0].ArrayElement.Member[HtmlBody]',
  ),
  html('resend', 'Member[Resend].Instance.Member[emails].Member[send,create].Argument[0].Member[html]'),
  html('@mailchimp/mailchimp_transactional', 'ReturnValue.Member[messages].Member[send].Argument[0].Member[message].Member[html]'),
  html('emailjs', 'Member[SMTPClient].Instance.Member[send,sendAsync].Argument[0].Member[attachment].ArrayElement.Member[data]'),
];
