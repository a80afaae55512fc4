import rule from '../../rules/require-threat-detection.js';
import { check } from './rule-tester.js';

const imports = "import * as cdk from 'aws-cdk-lib';\nimport { CfnDetector } from 'aws-cdk-lib/aws-guardduty';\n";
const detector = (properties: string): string =>
  `${imports}export class Detection extends cdk.Stack { detector = new CfnDetector(this, 'D', ${properties}); }`;
const errors = [{ messageId: 'shape' }];

check('require-threat-detection', rule, {
  valid: [
    { name: 'all protections are on in a new detector that names none', code: detector('{ enable: true }') },
    { name: 'named', code: detector("{ enable: true, features: [{ name: 'LAMBDA_NETWORK_LOGS', status: 'ENABLED' }] }") },
    {
      name: 'named among others',
      code: detector(
        "{ enable: true, features: [{ name: 'S3_DATA_EVENTS', status: 'DISABLED' }, { name: 'LAMBDA_NETWORK_LOGS', status: 'ENABLED' }] }",
      ),
    },
    { name: 'not enabled', code: detector("{ enable: false, features: [{ name: 'LAMBDA_NETWORK_LOGS', status: 'DISABLED' }] }") },
    { name: 'features that are passed on', code: detector('{ enable: true, features }') },
    { name: 'a status that is passed on', code: detector("{ enable: true, features: [{ name: 'LAMBDA_NETWORK_LOGS', status }] }") },
    {
      name: 'features that are spread',
      code: detector("{ enable: true, features: [...more, { name: 'S3_DATA_EVENTS', status: 'ENABLED' }] }"),
    },
    { name: 'properties that are passed on', code: detector('properties') },
    {
      name: 'whether it is on is decided elsewhere',
      code: detector("{ enable: isOn, features: [{ name: 'S3_DATA_EVENTS', status: 'ENABLED' }] }"),
    },
    {
      name: 'a detector of another kind',
      code: "import * as cdk from 'aws-cdk-lib';\nimport { CfnDetector } from './smoke';\nexport const d = new CfnDetector(cdk, 'D', { enable: true, features: [] });",
    },
  ],
  invalid: [
    { name: 'switched off', code: detector("{ enable: true, features: [{ name: 'LAMBDA_NETWORK_LOGS', status: 'DISABLED' }] }"), errors },
    {
      name: 'switched off among others',
      code: detector(
        "{ enable: true, features: [{ name: 'S3_DATA_EVENTS', status: 'ENABLED' }, { name: 'LAMBDA_NETWORK_LOGS', status: 'DISABLED' }] }",
      ),
      errors,
    },
    { name: 'not among the named', code: detector("{ enable: true, features: [{ name: 'S3_DATA_EVENTS', status: 'ENABLED' }] }"), errors },
    {
      name: 'not among several',
      code: detector(
        "{ enable: true, features: [{ name: 'EKS_AUDIT_LOGS', status: 'ENABLED' }, { name: 'RDS_LOGIN_EVENTS', status: 'ENABLED' }] }",
      ),
      errors,
    },
    {
      name: 'the older form, which does not know it',
      code: detector('{ enable: true, dataSources: { s3Logs: { enable: true } } }'),
      errors,
    },
    { name: 'an empty list', code: detector('{ enable: true, features: [] }'), errors },
    {
      name: 'in a constant',
      code: `${imports}const settings = { enable: true, features: [] };\nexport const make = scope => new CfnDetector(scope, 'D', settings);`,
      errors,
    },
    {
      name: 'by the name of a namespace',
      code: "import { aws_guardduty } from 'aws-cdk-lib';\nexport const make = scope => new aws_guardduty.CfnDetector(scope, 'D', { enable: true, features: [] });",
      errors,
    },
    {
      name: 'of version 1',
      code: "import * as guardduty from '@aws-cdk/aws-guardduty';\nexport const make = scope => new guardduty.CfnDetector(scope, 'D', { enable: true, features: [] });",
      errors,
    },
  ],
});
