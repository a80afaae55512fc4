import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { findingsOfPack } from './semgrep-pack.js';

const customResource = `import boto3

dynamodb = boto3.resource("dynamodb")
kind = None


def fill(table):
    dynamodb.Table(table).put_item(Item={"id": "1"})


def handler(event, context):
    global kind
    kind = event["ResourceType"]
    try:
        fill(event["PROPERTIES"]["TableName"])
    except Exception as error:
        return {"statusCode": 400, "body": str(error)}
`;
const rotation = `def set_secret(cursor, name):
    cursor.execute("CREATE USER %s" % name)


def handler(event, context):
    set_secret(connect(), event["TOKEN"])
`;
const findings = findingsOfPack({
  'owned.py': customResource.replace('PROPERTIES', 'ResourceProperties'),
  'sent.py': customResource.replace('PROPERTIES', 'Job'),
  'rotation.py': rotation.replace('TOKEN', 'ClientRequestToken'),
  'statement.py': rotation.replace('TOKEN', 'Name'),
});
const slugsIn = (file: string): string[] => findings.filter(({ path }) => basename(path) === file).map(({ extra }) => extra.metadata.slug);

it('a custom resource gets what the owner of the stack wrote', () => {
  const reported = ['no-error-disclosure', 'no-nosql-injection', 'no-shared-invocation-state'];
  expect(slugsIn('sent.py')).toEqual(expect.arrayContaining(reported));
  for (const slug of reported) expect(slugsIn('owned.py')).not.toContain(slug);
});

it('a rotation function quotes the names of the secret that it rotates', () => {
  expect(slugsIn('statement.py')).toContain('no-sql-injection');
  expect(slugsIn('rotation.py')).not.toContain('no-sql-injection');
});
