import rule from '../../rules/require-invoke-audit.js';
import { check } from './rule-tester.js';

const imports = "import * as cdk from 'aws-cdk-lib';\nimport * as cloudtrail from 'aws-cdk-lib/aws-cloudtrail';\n";
const stack = (body: string): string =>
  `${imports}export class Audit extends cdk.Stack { constructor(scope, id, props) { super(scope, id); ${body} } }`;
const errors = [{ messageId: 'shape' }];

check('require-invoke-audit', rule, {
  valid: [
    { name: 'every function', code: stack("const trail = new cloudtrail.Trail(this, 'T'); trail.logAllLambdaDataEvents();") },
    { name: 'some functions', code: stack("new cloudtrail.Trail(this, 'T').addLambdaEventSelector([props.list]);") },
    {
      name: 'by a selector',
      code: stack(
        "const trail = new cloudtrail.Trail(this, 'T'); trail.addEventSelector(cloudtrail.DataResourceType.LAMBDA_FUNCTION, ['arn:aws:lambda']);",
      ),
    },
    {
      name: 'in the resource itself',
      code: stack(
        "new cloudtrail.CfnTrail(this, 'T', { isLogging: true, eventSelectors: [{ dataResources: [{ type: 'AWS::Lambda::Function' }] }] });",
      ),
    },
    {
      name: 'selectors that are passed on',
      code: stack("new cloudtrail.CfnTrail(this, 'T', { isLogging: true, eventSelectors: props.selectors });"),
    },
    { name: 'properties that are passed on', code: stack("new cloudtrail.Trail(this, 'T', props.trail);") },
    { name: 'properties that are spread', code: stack("new cloudtrail.CfnTrail(this, 'T', { ...props.trail });") },
    {
      name: 'a trail of another kind',
      code: "import * as cdk from 'aws-cdk-lib';\nimport { Trail } from './hiking';\nexport const walk = new Trail(cdk, 'T');",
    },
    { name: 'a test of a stack', code: stack("new cloudtrail.Trail(this, 'T');"), filename: 'audit.test.ts' },
  ],
  invalid: [
    { name: 'nothing is said', code: stack("new cloudtrail.Trail(this, 'T');"), errors },
    { name: 'only where it is kept', code: stack("new cloudtrail.Trail(this, 'T', { bucket: props.bucket });"), errors },
    {
      name: 'reads and writes of the management',
      code: stack("new cloudtrail.Trail(this, 'T', { managementEvents: cloudtrail.ReadWriteType.ALL });"),
      errors,
    },
    { name: 'objects only', code: stack("const trail = new cloudtrail.Trail(this, 'T'); trail.logAllS3DataEvents();"), errors },
    {
      name: 'some objects only',
      code: stack("const trail = new cloudtrail.Trail(this, 'T'); trail.addS3EventSelector([{ bucket: props.bucket }]);"),
      errors,
    },
    { name: 'the resource itself', code: stack("new cloudtrail.CfnTrail(this, 'T', { isLogging: true, s3BucketName: 'b' });"), errors },
    {
      name: 'the resource with other selectors',
      code: stack("new cloudtrail.CfnTrail(this, 'T', { eventSelectors: [{ dataResources: [{ type: 'AWS::S3::Object' }] }] });"),
      errors,
    },
    {
      name: 'by the name of a namespace',
      code: "import { aws_cloudtrail as trails, Stack, aws_cloudtrail } from 'aws-cdk-lib';\nexport const make = scope => new aws_cloudtrail.Trail(scope, 'T');",
      errors,
    },
    {
      name: 'of version 1',
      code: "import { Trail } from '@aws-cdk/aws-cloudtrail';\nexport const make = scope => new Trail(scope, 'T');",
      errors,
    },
  ],
});
