import { expect, it } from 'vitest';
import { slugsIn, type PackSuite } from './semgrep-pack.js';

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
const chat = `import requests


def handler(event, context):
    text = f"<b>Alarm:</b> {event['Records'][0]['body']}"
    requests.post("https://chat.example.com/", json={"TARGET": 1, "text": text}, timeout=4)
`;
const ownStatus = `def handler(event, context):
    try:
        return look_up(event["order"])
    except OrderError as error:
        return answer(error.status_code, {"message": error.message})


def look_up(order):
    try:
        return table.get_item(Key={"order": order})
    except ClientError as e:
        raise OrderError(TEXT)
`;
const messageFirst = (text: string): string =>
  ownStatus.replace('TEXT', text).replace('error.status_code, {"message": error.message}', 'error.message, error.status_code');
const state = `def handler(event, context):
    try:
        return start(event["FIELD"])
    except Exception as error:
        return {"status": "failed", "error": str(error)}
`;
const device = `frequency = 1


def handler(event, context):
    global frequency
    topic = context.client_context.custom["FIELD"]
    frequency = event["frequency"]
    return topic
`;
const bot = `def handler(event, context):
    answer = ask(event["FIELD"])
    return {"messages": [{"content": f'<a href="{answer.url}">source</a>'}]}
`;
const page = `def handler(event, context):
    for page in event["pages"]:
        PIECE = "<style>p { margin: 0 }</style>" + page
        keep(PIECE)
`;
export const owners: PackSuite = {
  about: 'who writes what a function gets, and who reads what it answers',
  files: {
    'device.py': device.replace('FIELD', 'subject'),
    'cloud.py': device.replace('FIELD', 'tenant'),
    'bot.py': bot.replace('FIELD', 'inputTranscript'),
    'site.py': bot.replace('FIELD', 'question'),
    'state.py': state.replace('FIELD', 'job'),
    'answer.py': state.replace('FIELD', 'queryStringParameters'),
    'written.py': ownStatus.replace('TEXT', '"No such order"'),
    'passed-on.py': ownStatus.replace('TEXT', 'f"No such order: {e}"'),
    'message-first.py': messageFirst('"No such order"'),
    'text-first.py': messageFirst('"No such order"').replace('error.message', 'str(error)'),
    'event-first.py': messageFirst('"No such order"').replace('answer(', 'answer(event, '),
    'passed-on-first.py': messageFirst('f"No such order: {e}"'),
    'styled.py': page.replaceAll('PIECE', 'page'),
    'started.py': page.replaceAll('PIECE', 'text'),
    'chat.py': chat.replace('TARGET', 'chat_id'),
    'page.py': chat.replace('TARGET', 'page'),
    'owned.py': customResource.replace('PROPERTIES', 'ResourceProperties'),
    'constant.py': customResource.replace('"PROPERTIES"', 'RESOURCE_PROPERTIES'),
    'sent.py': customResource.replace('PROPERTIES', 'Job'),
    'rotation.py': rotation.replace('TOKEN', 'ClientRequestToken'),
    'statement.py': rotation.replace('TOKEN', 'Name'),
  },
  check(found) {
    it('a custom resource gets what the owner of the stack wrote', () => {
      const reported = ['no-error-disclosure', 'no-nosql-injection', 'no-shared-invocation-state'];
      expect(slugsIn(found('sent.py'))).toEqual(expect.arrayContaining(reported));
      for (const slug of reported) expect(slugsIn(found('owned.py'))).not.toContain(slug);
    });

    it('a constant may hold the name of the properties', () => {
      expect(slugsIn(found('constant.py'))).not.toContain('no-nosql-injection');
    });

    it('an error with a status of its own is written for the caller, unless it passes on the text of another', () => {
      for (const file of ['passed-on.py', 'passed-on-first.py']) expect(slugsIn(found(file))).toContain('no-error-disclosure');
      for (const file of ['written.py', 'message-first.py', 'text-first.py', 'event-first.py']) {
        expect(slugsIn(found(file))).not.toContain('no-error-disclosure');
      }
    });

    it('who gives a job to a function takes its error for a state, who asks for an answer reads it', () => {
      expect(slugsIn(found('answer.py'))).toContain('no-error-disclosure');
      expect(slugsIn(found('state.py'))).not.toContain('no-error-disclosure');
    });

    it('a chat knows a few tags of its own', () => {
      expect(slugsIn(found('page.py'))).toContain('no-html-injection');
      expect(slugsIn(found('chat.py'))).not.toContain('no-html-injection');
    });

    it('a piece of markup in front of a text is put in front of a page when the page is what it becomes', () => {
      expect(slugsIn(found('started.py'))).toContain('no-html-injection');
      expect(slugsIn(found('styled.py'))).not.toContain('no-html-injection');
    });

    it('a bot answers with messages', () => {
      expect(slugsIn(found('site.py'))).toContain('no-html-injection');
      expect(slugsIn(found('bot.py'))).not.toContain('no-html-injection');
    });

    it('a function on a device of Greengrass lives as long as the device', () => {
      expect(slugsIn(found('cloud.py'))).toContain('no-shared-invocation-state');
      expect(slugsIn(found('device.py'))).not.toContain('no-shared-invocation-state');
    });

    it('a rotation function quotes the names of the secret that it rotates', () => {
      expect(slugsIn(found('statement.py'))).toContain('no-sql-injection');
      expect(slugsIn(found('rotation.py'))).not.toContain('no-sql-injection');
    });
  },
};
