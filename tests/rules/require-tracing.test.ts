import rule from '../../rules/require-tracing.js';
import { check } from './rule-tester.js';

const imports = `import { Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
`;
const stack = (body: string): string =>
  `${imports}export class Orders extends Stack { constructor(scope, id, props) { super(scope, id); ${body} } }`;
const untraced = (construct: string) => [{ messageId: 'shape', data: { construct, advice: 'Set the tracing mode to Active.' } }];

check('require-tracing', rule, {
  valid: [
    {
      name: 'a function that another service traces',
      code: stack("new lambda.Function(this, 'List', { handler: 'a.b', environment: { AWS_LAMBDA_EXEC_WRAPPER: '/opt/otel-handler' } });"),
    },
    { name: 'a traced function', code: stack("new lambda.Function(this, 'List', { handler: 'a.b', tracing: lambda.Tracing.ACTIVE });") },
    {
      name: 'traced by a property of the stack',
      code: stack("new lambda.Function(this, 'List', { handler: 'a.b', tracing: props.tracing });"),
    },
    {
      name: 'traced by a condition',
      code: stack("new lambda.Function(this, 'List', { tracing: props.on ? lambda.Tracing.ACTIVE : lambda.Tracing.DISABLED });"),
    },
    { name: 'properties that are spread', code: stack("new lambda.Function(this, 'List', { ...props.common, handler: 'a.b' });") },
    { name: 'properties that are made elsewhere', code: stack("new lambda.Function(this, 'List', propertiesOf('list'));") },
    {
      name: 'properties of a constant',
      code: stack("const common = { tracing: lambda.Tracing.ACTIVE }; new lambda.Function(this, 'List', common);"),
    },
    {
      name: 'a function of CloudFront',
      code: "import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';\nexport const make = scope => new cloudfront.Function(scope, 'Edge', { code });",
    },
    {
      name: 'a function that a distribution runs',
      code: stack(
        "const rewriting = new lambda.Function(this, 'Edge', { handler: 'a.b' }); this.distribute({ edgeLambdas: [{ functionVersion: rewriting.currentVersion }] });",
      ),
    },
    {
      name: 'a function of a field that a distribution runs',
      code: stack(
        "this.rewriting = new lambda.Function(this, 'Edge', { handler: 'a.b' }); this.distribute({ edgeLambdas: [{ functionVersion: this.rewriting.currentVersion }] });",
      ),
    },
    {
      name: 'a function whose role CloudFront may take',
      code: `import * as iam from 'aws-cdk-lib/aws-iam';\n${stack(
        "const role = new iam.Role(this, 'R', { assumedBy: new iam.ServicePrincipal('edgelambda.amazonaws.com') }); new lambda.Function(this, 'Edge', { handler: 'a.b', role });",
      )}`,
    },
    { name: 'a function that exists', code: stack("lambda.Function.fromFunctionArn(this, 'Other', props.arn);") },
    { name: 'a layer', code: stack("new lambda.LayerVersion(this, 'Layer', { code: lambda.Code.fromAsset('layer') });") },
    {
      name: "a class of the program's own",
      code: "import { Stack } from 'aws-cdk-lib';\nimport { Function } from './aws-lambda-function';\nexport const make = scope => new Function(scope, 'List', {});",
    },
    {
      name: 'code, not a construct',
      code: "import { Stack } from 'aws-cdk-lib';\n// aws-lambda\nexport const add = new Function('a', 'b', 'return a + b');",
    },
    { name: 'a test of a stack', code: stack("new lambda.Function(this, 'List', { handler: 'a.b' });"), filename: 'orders.test.ts' },
  ],
  invalid: [
    {
      name: 'a function of which nothing is said',
      code: stack("new lambda.Function(this, 'List', { handler: 'a.b' });"),
      errors: untraced('lambda.Function'),
    },
    {
      name: 'a function beside the one that a distribution runs',
      code: stack(
        "const rewrite = new lambda.Function(this, 'List', { handler: 'a.b' }); this.distribute({ edgeLambdas: [{ functionVersion: rewriting.currentVersion }] });",
      ),
      errors: untraced('lambda.Function'),
    },
    {
      name: 'a function whose role only Lambda may take',
      code: `import * as iam from 'aws-cdk-lib/aws-iam';\n${stack(
        "const role = new iam.Role(this, 'R', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') }); new lambda.Function(this, 'List', { handler: 'a.b', role });",
      )}`,
      errors: untraced('lambda.Function'),
    },
    {
      name: 'another construct of a function',
      code: stack("new NodejsFunction(this, 'List', { entry: 'src/list.ts' });"),
      errors: untraced('NodejsFunction'),
    },
    {
      name: 'switched off',
      code: stack("new lambda.Function(this, 'List', { tracing: lambda.Tracing.DISABLED });"),
      errors: untraced('lambda.Function'),
    },
    {
      name: 'traced where its caller asks',
      code: stack("new lambda.Function(this, 'List', { tracing: lambda.Tracing.PASS_THROUGH });"),
      errors: untraced('lambda.Function'),
    },
    {
      name: 'properties of a constant',
      code: stack("const common = { handler: 'a.b' }; new lambda.Function(this, 'List', common);"),
      errors: untraced('lambda.Function'),
    },
    {
      name: 'by the name of a namespace',
      code: "import { aws_lambda as fn, Stack } from 'aws-cdk-lib';\nimport { aws_lambda } from 'aws-cdk-lib';\nexport const make = scope => new aws_lambda.Function(scope, 'List', {});",
      errors: untraced('aws_lambda.Function'),
    },
    {
      name: 'by the name of everything',
      code: "import * as cdk from 'aws-cdk-lib';\nexport const make = scope => new cdk.aws_lambda.DockerImageFunction(scope, 'List', { code });",
      errors: untraced('cdk.aws_lambda.DockerImageFunction'),
    },
    {
      name: 'of version 1',
      code: "import { Function } from '@aws-cdk/aws-lambda';\nexport const make = scope => new Function(scope, 'List', { handler: 'a.b' });",
      errors: untraced('Function'),
    },
    {
      name: 'of Python',
      code: "import { PythonFunction } from '@aws-cdk/aws-lambda-python-alpha';\nexport const make = scope => new PythonFunction(scope, 'List', { entry: 'src' });",
      errors: untraced('PythonFunction'),
    },
    {
      name: 'in a field of a class',
      code: `${imports}export class Orders extends Stack { list = new lambda.Function(this, 'List', { handler: 'a.b' }); }`,
      errors: untraced('lambda.Function'),
    },
  ],
});
