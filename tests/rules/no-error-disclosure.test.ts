import rule from '../../rules/no-error-disclosure.js';
import { check } from './rule-tester.js';

const tainted = [{ messageId: 'tainted' }];
const work = `import { work } from './work.js';`;
const failing = (answer: string, parameter = '(error)'): string =>
  `${work}\nexport const handler = async event => { try { return await work(event.id); } catch ${parameter} { ${answer} } };`;
const own = `class OrderError extends Error { constructor(message, status) { super(message); this.statusCode = status; this.name = 'OrderError'; } }
class MissingOrder extends OrderError { constructor(id) { super('no order ' + id, 404); } }`;
const answering = (answer: string): string =>
  `${own}\n${work}\nexport const handler = async event => { try { if (!event.id) throw new MissingOrder(event.id); return await work(event.id); } catch (error) { ${answer} } };`;
const zod = `import { z } from 'zod';\nconst schema = z.object({ id: z.string().uuid() });`;
const parsing = `import { save, ValidationError } from 'orders';\nexport const handler = async event => { try { await save(JSON.parse(event.body)); return { statusCode: 204 }; } catch (error) { if (error instanceof ValidationError) return { statusCode: 400, body: error.message }; throw error; } };`;

check('no-error-disclosure', rule, {
  valid: [
    {
      name: 'what a clock is told',
      code: `${work}\nimport { scheduled } from './clock.js';\nexport const handler = scheduled(async () => { const errors = []; try { await work(); } catch (error) { errors.push(error.message); } return { statusCode: 200, body: errors.join() }; });`,
    },
    ...[
      ['by its class', 'error instanceof z.ZodError'],
      ['by its constructor', 'error.constructor === z.ZodError'],
      ['by its name', "error.name === 'ZodError'"],
    ].map(([name, test]) => ({
      name: `what a schema says, told ${name}`,
      code: `${zod}\n${failing(`if (${test}) return { statusCode: 400, body: JSON.stringify({ message: error.message, issues: error.issues }) }; return { statusCode: 500, body: ${test} ? error.message : 'failed' };`)}`,
    })),
    {
      name: 'an error of the program’s, told by a case for its constructor',
      code: `class OrderError extends Error {}\n${failing("switch (error.constructor) { case OrderError: return { statusCode: 400, body: error.message }; default: return { statusCode: 500, body: 'failed' }; }")}`,
    },
    {
      name: 'what a private method tells its class',
      filename: 'file.ts',
      code: `${work}\nimport type { APIGatewayProxyEvent } from 'aws-lambda';\nexport class Orders { async get(event: APIGatewayProxyEvent) { const { ok } = await this.read(event); return { statusCode: ok ? 200 : 500, body: '' }; } private async read(event: APIGatewayProxyEvent) { try { await work(event.body); return { ok: true }; } catch (error) { return { ok: false, error: error.message }; } } }`,
    },
    {
      name: 'a response beside an error, which Lambda does not send',
      code: `${work}\nexports.handler = (event, context, callback) => { work(event.id, (error, row) => { if (error) return callback(error, { statusCode: 500, body: error.message }); callback(null, { statusCode: 204 }); }); };`,
    },
    {
      name: 'a response beside an error that was made',
      code: `${work}\nexports.handler = async (event, context, callback) => { try { await work(event.id); } catch (error) { callback(new Error('failed'), { statusCode: 500, body: error.message }); } };`,
    },
    {
      name: 'an error of one class, where another that the program throws holds the text of a failure',
      code: `class JsonError extends Error {}\nclass MissingField extends Error {}\nclass MissingId extends MissingField {}\nconst parse = text => { try { return work(text); } catch (cause) { throw new JsonError(cause.message); } };\nexport const handler = async event => { try { const body = parse(event.body); if (!body.id) throw new MissingField('id'); return { statusCode: 204 }; } catch (error) { if (error instanceof MissingField) return { statusCode: 400, body: error.message }; return { statusCode: 500, body: 'failed' }; } };`,
    },
    {
      name: 'headers of an answer that was thrown',
      code: `const answer = (statusCode, body) => ({ statusCode, headers: { 'x-id': '1' }, body });\nexport const handler = async event => { try { if (!event.body) throw answer(400, 'no body'); return answer(200, await work(event)); } catch (error) { if (error.statusCode) return { statusCode: error.statusCode, headers: error.headers, body: error.body }; return answer(500, 'failed'); } };`,
    },
    {
      name: 'a list and a text that were thrown: nothing fails with them by itself',
      code: `export const handler = async event => { try { return await run(event.body); } catch (error) { if (error instanceof Array) return { statusCode: 400, body: JSON.stringify(error) }; if (typeof error === 'string') return { statusCode: 400, body: error }; if (Array.isArray(error)) return { statusCode: 400, body: JSON.stringify({ errors: error }) }; return { statusCode: 500, body: 'failed' }; } };`,
    },
    {
      name: 'an error without a status, given to the callback: API Gateway answers with a text of its own',
      code: `exports.handler = (event, context, callback) => { try { run(JSON.parse(event.body)); } catch (error) { callback(new Error('failed: ' + error.message)); } };`,
    },
    {
      name: 'what a schema says of the parameters, where nothing else can have failed',
      code: `import Joi from 'joi';\nconst schema = Joi.object({ id: Joi.string().required() });\nexport const handler = async event => { try { await schema.validateAsync(event.pathParameters); } catch (error) { return { statusCode: 400, body: error.details.map(({ message }) => message).join() }; } return { statusCode: 204 }; };`,
    },
    {
      name: 'a message that is on a list of the program',
      code: failing(
        `if (['no body', 'no id'].includes(error.message)) return { statusCode: 400, body: JSON.stringify(error) }; return { statusCode: 500 };`,
      ),
    },
    {
      name: 'its own error, told by some of its words',
      code: `${work}\nexport const handler = async event => { try { if (!event.id) throw new Error('the id is missing'); return await work(event.id); } catch (error) { if (error.message.includes('is missing') || error.message.startsWith('the id')) return { statusCode: 400, body: error.message }; return { statusCode: 500 }; } };`,
    },
    {
      name: 'what the program itself threw, told by a field',
      code: `${work}\nexport const handler = async event => { try { if (!event.id) throw { type: 'order', message: 'no id' }; return await work(event.id); } catch (error) { if (error?.type === 'order') return { statusCode: 400, body: error.message }; return { statusCode: 500 }; } };`,
    },
    {
      name: 'an answer of its own that was thrown, told by its class',
      code: `${work}\nclass Answer { constructor(statusCode, body) { this.statusCode = statusCode; this.body = body; } }\nexport const handler = async event => { try { if (!event.id) throw new Answer(400, 'no id'); return await work(event.id); } catch (error) { return error instanceof Answer ? error : { statusCode: 500, body: 'failed' }; } };`,
    },
    {
      name: 'a message that is replaced where the status is that of a failure, which only its own errors change',
      code: answering(
        `let status = 500; let { message } = error; if (error instanceof OrderError) status = error.statusCode; if (status >= 500) message = 'failed'; return { statusCode: status, body: message };`,
      ),
    },
    {
      name: 'a message behind a status that only its own errors have',
      code: answering(
        `const status = error.statusCode || 500; return { statusCode: status, body: status === 500 ? 'failed' : error.message };`,
      ),
    },
    {
      name: 'the message of a result that was no failure',
      code: `${work}\nconst run = async id => { try { return { ok: true, message: 'done', data: await work(id) }; } catch (error) { return { ok: false, message: error.message }; } };\nexport const handler = async event => { const result = await run(event.id); if (!result.ok) return { statusCode: 500 }; return { statusCode: 200, body: result.message }; };`,
    },
    {
      name: 'only where the program is developed',
      code: failing(`return { statusCode: 500, body: process.env.NODE_ENV === 'development' ? error.message : 'failed' };`),
    },
    {
      name: 'the reason phrase of another service',
      code: failing(`return { statusCode: 502, body: error.response.statusText };`),
    },
    { name: 'an error with a status and a text of its own', code: failing("throw new Error('[404] no such order');") },
    { name: 'an error that is thrown on, with more text', code: failing('throw new Error(`lookup failed: ${error.message}`);') },
    {
      name: 'an error with a status that the handler catches itself',
      code: `${work}\nexport const handler = async event => { try { try { return await work(event.id); } catch (error) { throw new Error(\`[500] \${error}\`); } } catch { return { statusCode: 500, body: 'failed' }; } };`,
    },
    {
      name: 'its own text for its own error, thrown and caught where nothing else can fail',
      code: `const check = body => { if (!body) { console.error('no body'); throw new Error('a body is missing'); } };\nexport const handler = async event => { try { check(event.body); } catch (error) { return { statusCode: 400, body: error.message }; } return { statusCode: 204 }; };`,
    },
    {
      name: 'the error of another one, of which it throws nothing on',
      code: `${work}\nconst find = async id => { try { return await work(id); } catch (cause) { console.error(cause); throw new Error('not to be had'); } };\nexport const handler = async event => { try { return { statusCode: 200, body: await find(event.id) }; } catch (error) { return { statusCode: 500, body: error.message }; } };`,
    },
    {
      name: 'an error of a class of its own, which it tells by the class',
      code: answering(`if (error instanceof OrderError) return { statusCode: error.statusCode, body: error.message }; throw error;`),
    },
    {
      name: 'the same, with a fixed text for all others',
      code: answering(
        `const body = error instanceof MissingOrder ? JSON.stringify({ message: error.message }) : 'failed'; return { statusCode: 500, body };`,
      ),
    },
    {
      name: 'the same, where all others have left before',
      code: answering(
        `if (!(error instanceof OrderError)) { console.error(error); return { statusCode: 500, body: 'failed' }; } return { statusCode: 404, body: error.message };`,
      ),
    },
    {
      name: 'the same, told by a field that it gives to its own errors',
      code: answering(
        `if (error.statusCode) return { statusCode: error.statusCode, body: error.message }; return { statusCode: 500, body: 'failed' };`,
      ),
    },
    {
      name: 'the same, told by its name',
      code: answering(
        `if (error.name === 'MissingOrder') return { statusCode: 404, body: error.message }; return { statusCode: 500, body: 'failed' };`,
      ),
    },
    {
      name: 'what a step of a workflow tells the next one',
      code: `${work}\ninterface Job { url: string; }\nexport const handler = async (event: Job) => { try { return { notes: await work(event.url) }; } catch (error) { return { error: 'failed: ' + error }; } };`,
    },
    {
      name: 'the body that an error was made with',
      code: failing('return { statusCode: error.statusCode, body: error.body };'),
    },
    {
      name: 'an error that ends the invocation in the old way',
      code: `const { work } = require('./work');\nexports.handler = (event, context) => { work(event, error => { if (error) context.fail(error); else context.succeed('done'); }); };`,
    },
    {
      name: 'an error that was made for the user',
      code: `${work}\nimport { UserFacingError } from './errors.js';\nexport const handler = async event => { try { return await work(event.id); } catch (error) { if (error instanceof UserFacingError) return { statusCode: 400, body: error.message }; throw error; } };`,
    },
    {
      name: 'the error is logged, the answer is fixed',
      code: failing(`console.error(error); return { statusCode: 500, body: 'failed' };`),
    },
    {
      name: 'a text that is built and not returned',
      code: failing(`const message = error.message; return { statusCode: 500, body: 'failed' };`),
    },
    { name: "the error's code", code: failing(`return { statusCode: 500, body: error.code };`) },
    {
      name: "the error's name and status",
      code: failing('return { statusCode: error.statusCode ?? 500, body: JSON.stringify({ kind: error.name }) };'),
    },
    {
      name: 'what the message is compared to',
      code: failing(
        `return { statusCode: error.message === 'not found' ? 404 : 500, body: error.message === 'not found' ? 'not found' : 'failed' };`,
      ),
    },
    {
      name: 'a number to find it by',
      code: `${work}\nexport const handler = async (event, context) => { try { return await work(); } catch (error) { console.error(error); return { statusCode: 500, body: context.awsRequestId }; } };`,
    },
    {
      name: 'the message is replaced',
      code: failing(`let { message } = error; console.error(message); message = 'failed'; return { statusCode: 500, body: message };`),
    },
    { name: 'an error that ends the invocation', code: failing('throw error;') },
    {
      name: 'an error handed to the callback, which answers with a text of its own',
      code: `${work}\nexports.handler = (event, context, callback) => work(event.id).then(() => callback(null, { statusCode: 204 }), error => callback(error));`,
    },
    {
      name: 'an error built, not caught, and logged',
      code: `export const handler = async event => { const error = new Error('no such order'); console.error(error.message); return { statusCode: 404, body: 'no such order' }; };`,
    },
    {
      name: 'its own text for its own error',
      code: `export const handler = async event => { const error = new Error('no such order'); return { statusCode: 404, body: error.message }; };`,
    },
    { name: 'a validation error, where that is allowed', code: parsing, options: [{ allowValidationErrors: true }] },
    {
      name: 'a program that is no handler',
      code: `${work}\nexport async function run(job) { try { return await work(job); } catch (error) { return { statusCode: 500, body: error.message }; } }`,
    },
    {
      name: 'a consumer of a queue, whose answer nobody reads',
      code: `${work}\nimport type { SQSEvent } from 'aws-lambda';\nexport const handler = async (event: SQSEvent) => { const failed = []; for (const record of event.Records) { try { await work(record.body); } catch (error) { console.error(error.message); failed.push({ itemIdentifier: record.messageId }); } } return { batchItemFailures: failed }; };`,
    },
    { name: 'how long the message is', code: failing('return { statusCode: 500, body: String(error.message.length) };') },
    {
      name: 'a message that is kept for a later log',
      code: `${work}\nlet last;\nexport const handler = async event => { try { return await work(); } catch (error) { last = error.message; } return { statusCode: 500, body: 'failed' }; };\nexport const report = () => console.log(last);`,
    },
  ],
  invalid: [
    {
      name: 'what another wrapper’s caller is told',
      code: `${work}\nimport { wrapped } from './wrap.js';\nexport const handler = wrapped(async event => { const errors = []; try { await work(event.body); } catch (error) { errors.push(error.message); } return { statusCode: 200, body: errors.join() }; });`,
      errors: tainted,
    },
    {
      name: 'an error of another class, told by a case for its constructor',
      code: failing(
        "switch (error.constructor) { case RangeError: return { statusCode: 400, body: error.message }; default: return { statusCode: 500, body: 'failed' }; }",
      ),
      errors: tainted,
    },
    {
      name: 'what is no error of the schema’s',
      code: `${zod}\n${failing("if (error instanceof z.ZodError) return { statusCode: 400, body: 'bad' }; return { statusCode: 500, body: error.message };")}`,
      errors: tainted,
    },
    {
      name: 'what a public method tells whoever calls it',
      filename: 'file.ts',
      code: `${work}\nimport type { APIGatewayProxyEvent } from 'aws-lambda';\nexport class Orders { async get(event: APIGatewayProxyEvent) { try { return { statusCode: 200, body: await work(event.body) }; } catch (error) { return { statusCode: 500, body: error.message }; } } }\nexport const { get } = new Orders();`,
      errors: tainted,
    },
    {
      name: 'a response beside an error that there may not be',
      code: `${work}\nexports.handler = (event, context, callback) => { work(event.id, (error, row) => callback(null, { statusCode: 500, body: error.message })); };`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'a response beside the error as the library gave it: null, when nothing failed',
      code: `${work}\nexports.handler = (event, context, callback) => { work(event.id, (error, row) => callback(error, { statusCode: 200, body: String(error ?? row) })); };`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'an error of a class that extends the one that holds the text of a failure',
      code: `class JsonError extends Error {}\nclass MissingField extends Error {}\nclass MissingId extends MissingField {}\nconst parse = text => { try { return work(text); } catch (cause) { throw new MissingId(cause.message); } };\nexport const handler = async event => { try { const body = parse(event.body); if (!body.id) throw new MissingField('id'); return { statusCode: 204 }; } catch (error) { if (error instanceof MissingField) return { statusCode: 400, body: error.message }; return { statusCode: 500, body: 'failed' }; } };`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'what is no list',
      code: `export const handler = async event => { try { return await run(event.body); } catch (error) { if (!Array.isArray(error)) return { statusCode: 500, body: JSON.stringify({ error: error.message }) }; return { statusCode: 400, body: JSON.stringify(error) }; } };`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'an error whose message API Gateway passes on, given to the callback',
      code: `exports.handler = (event, context, callback) => { try { run(JSON.parse(event.body)); } catch (error) { callback(new Error('[500] ' + error.message)); } };`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'an answer of a promise that failed: the report lies in it, not where the chain begins',
      code: `${work}\nexport const handler = event =>\n  work(event.id)\n    .then(() => ({ statusCode: 200, body: 'done' }))\n    .catch(error => ({ statusCode: 500, body: error.stack }));`,
      errors: [{ messageId: 'tainted', line: 5, column: 47 }],
    },
    {
      name: 'what a schema says, or what is called beside it',
      code: `${work}\nimport Joi from 'joi';\nconst schema = Joi.object({ id: Joi.string().required() });\nexport const handler = async event => { try { await schema.validateAsync(event.pathParameters); await work(event.id); } catch (error) { return { statusCode: 400, body: error.message }; } return { statusCode: 204 }; };`,
      errors: tainted,
    },
    {
      name: 'words that no error of the program has',
      code: `${work}\nexport const handler = async event => { try { if (!event.id) throw new Error('the id is missing'); return await work(event.id); } catch (error) { if (error.message.includes('duplicate')) return { statusCode: 400, body: error.message }; return { statusCode: 500 }; } };`,
      errors: tainted,
    },
    {
      name: 'a field that nothing of the program has so',
      code: `${work}\nexport const handler = async event => { try { if (!event.id) throw { type: 'order', message: 'no id' }; return await work(event.id); } catch (error) { if (error?.type === 'system') return { statusCode: 400, body: error.message }; return { statusCode: 500 }; } };`,
      errors: tainted,
    },
    {
      name: 'a status that is asked for nothing',
      code: answering(`const status = error.statusCode || 500; return { statusCode: status, body: error.message };`),
      errors: tainted,
    },
    {
      name: 'a status that any error may have left as it was',
      code: answering(
        `let status = 500; if (error instanceof OrderError) status = error.statusCode; return { statusCode: status, body: status >= 500 ? error.message : 'no' };`,
      ),
      errors: tainted,
    },
    {
      name: 'the message of a result that was a failure',
      code: `${work}\nconst run = async id => { try { return { ok: true, message: 'done', data: await work(id) }; } catch (error) { return { ok: false, message: error.message }; } };\nexport const handler = async event => { const result = await run(event.id); if (result.ok) return { statusCode: 200 }; return { statusCode: 500, body: result.message }; };`,
      errors: tainted,
    },
    {
      name: 'everywhere but in production, whatever that is called',
      code: failing(`return { statusCode: 500, body: process.env.NODE_ENV !== 'production' ? error.message : 'failed' };`),
      errors: tainted,
    },
    {
      name: 'its own error or one of what is called beside',
      code: `${work}\nconst check = body => { if (!body) throw new Error('a body is missing'); };\nexport const handler = async event => { try { check(event.body); await work(event.body); } catch (error) { return { statusCode: 400, body: error.message }; } return { statusCode: 204 }; };`,
      errors: tainted,
    },
    {
      name: 'its own error or one of a method of what is not known',
      code: `${work}\nconst run = async (resolver, event) => { if (!resolver) throw new Error('no resolver'); return await resolver.handler.apply(null, [event]); };\nexport const handler = async event => { try { return await run(work, event); } catch (error) { return { statusCode: 400, body: error.message }; } };`,
      errors: tainted,
    },
    {
      name: 'its own error or one of parsing',
      code: `const parse = body => { if (!body) throw new Error('a body is missing'); return JSON.parse(body); };\nexport const handler = async event => { try { return { statusCode: 200, body: parse(event.body).name }; } catch (error) { return { statusCode: 400, body: error.message }; } };`,
      errors: tainted,
    },
    {
      name: 'its own error or one of what was begun before',
      code: `${work}\nexport const handler = async event => { const begun = work(event.id); try { if (!event.id) throw new Error('no id'); return await begun; } catch (error) { return { statusCode: 400, body: error.message }; } };`,
      errors: tainted,
    },
    {
      name: 'the text of another error in one of its own',
      code: `${work}\nconst find = async id => { try { return await work(id); } catch (cause) { throw new Error('not to be had: ' + cause.message); } };\nexport const handler = async event => { try { return { statusCode: 200, body: await find(event.id) }; } catch (error) { return { statusCode: 500, body: error.message }; } };`,
      errors: tainted,
    },
    {
      name: 'an error that is of no class of its own',
      code: answering(
        `if (error instanceof OrderError) return { statusCode: 404, body: 'no such order' }; return { statusCode: 500, body: error.message };`,
      ),
      errors: tainted,
    },
    {
      name: 'where an error of its own was made from, in which files it lies',
      code: answering(`if (error instanceof OrderError) return { statusCode: 404, body: error.stack }; throw error;`),
      errors: tainted,
    },
    {
      name: 'an error of its own that passes on the text of another one',
      code: `${own}\n${work}\nconst find = async id => { try { return await work(id); } catch (cause) { throw new OrderError('failed: ' + cause.message, 500); } };\nexport const handler = async event => { try { return await find(event.id); } catch (error) { if (error instanceof OrderError) return { statusCode: 500, body: error.message }; throw error; } };`,
      errors: tainted,
    },
    {
      name: 'a class of a library, whose texts are not the program’s',
      code: `${work}\nimport { DynamoDBServiceException } from '@aws-sdk/client-dynamodb';\nexport const handler = async event => { try { return await work(event.id); } catch (error) { if (error instanceof DynamoDBServiceException) return { statusCode: 500, body: error.message }; throw error; } };`,
      errors: tainted,
    },
    {
      name: 'a status that any error of an SDK may have',
      code: failing(
        `if (error.statusCode) return { statusCode: error.statusCode, body: error.message }; return { statusCode: 500, body: 'failed' };`,
      ),
      errors: tainted,
    },
    {
      name: 'the name of an error that is not its own',
      code: answering(
        `if (error.name === 'ResourceNotFoundException') return { statusCode: 404, body: error.message }; return { statusCode: 500, body: 'failed' };`,
      ),
      errors: tainted,
    },
    {
      name: 'an error whose message API Gateway maps to a status and passes on',
      code: failing('throw new Error(`[500] ${error.message}`);'),
      errors: tainted,
    },
    {
      name: 'an error with such a status, thrown by a function of the file',
      code: `${work}\nconst fail = error => { throw \`[502] \${error}\`; };\nexport const handler = async event => { try { return await work(event.id); } catch (error) { return fail(error); } };`,
      errors: tainted,
    },
    {
      name: 'the same with a status, which goes to a client',
      code: `${work}\ninterface Job { url: string; }\nexport const handler = async (event: Job) => { try { return { notes: await work(event.url) }; } catch (error) { return { statusCode: 500, body: 'failed: ' + error }; } };`,
      errors: tainted,
    },
    {
      name: 'the same for a resolver’s arguments',
      code: `${work}\nexport const handler = async event => { try { return { notes: await work(event.arguments.url) }; } catch (error) { return { error: 'failed: ' + error }; } };`,
      errors: tainted,
    },
    { name: 'the message', code: failing(`return { statusCode: 500, body: error.message };`), errors: tainted },
    { name: 'the stack', code: failing(`return { statusCode: 500, body: JSON.stringify({ trace: error.stack }) };`), errors: tainted },
    { name: 'all of it as JSON', code: failing(`return { statusCode: 500, body: JSON.stringify(error) };`), errors: tainted },
    { name: 'built into a text', code: failing('return { statusCode: 500, body: `failed: ${error}` };'), errors: tainted },
    { name: 'a spread copy', code: failing(`return { statusCode: 500, body: JSON.stringify({ ok: false, ...error }) };`), errors: tainted },
    { name: 'a destructured message', code: failing('return { statusCode: 500, body: message };', '({ message })'), errors: tainted },
    {
      name: 'what it is when it is an error',
      code: failing(
        'const text = error instanceof Error ? error.message : String(error); return { statusCode: 500, body: JSON.stringify({ text }) };',
      ),
      errors: tainted,
    },
    {
      name: 'through a helper',
      code: `const fail = e => ({ statusCode: 500, body: JSON.stringify({ error: String(e) }) });\n${failing('return fail(error);')}`,
      errors: tainted,
    },
    {
      name: 'a validation error, where that is not allowed',
      code: parsing,
      errors: tainted,
    },
    {
      name: 'assigned where it is caught, returned later',
      code: `${work}\nexport const handler = async event => { let body; try { body = await work(); } catch (error) { body = error.message; } return { statusCode: 200, body }; };`,
      errors: tainted,
    },
    {
      name: 'of a rejected promise',
      code: `${work}\nexport const handler = event => work(event.id).then(() => ({ statusCode: 204 })).catch(error => ({ statusCode: 500, body: error.message }));`,
      errors: tainted,
    },
    {
      name: 'of a callback',
      code: `const fs = require('node:fs');\nexports.handler = (event, context, callback) => { fs.readFile('/opt/a', (err, data) => { if (err) callback(null, { statusCode: 500, body: err.message }); else callback(null, { statusCode: 200, body: String(data) }); }); };`,
      errors: tainted,
    },
    {
      name: 'of each of several',
      code: `${work}\nexport const handler = async event => { const failures = []; for (const id of event.ids) { try { await work(id); } catch (error) { failures.push({ id, why: error.message }); } } return { statusCode: 200, body: JSON.stringify({ failures }) }; };`,
      errors: tainted,
    },
    {
      name: 'of promises that were settled',
      code: `${work}\nexport const handler = async event => { const all = await Promise.allSettled([work(1), work(2)]); return { statusCode: 200, body: JSON.stringify(all.map(({ reason }) => reason)) }; };`,
      errors: tainted,
    },
    {
      name: 'in a class that answers for its children',
      code: `${work}\nclass Base { async handle(event) { try { return await this.run(event); } catch (error) { return this.fail(error); } } fail(error) { return { statusCode: 500, body: error.message }; } }\nclass Orders extends Base { run(event) { return work(event.id); } }\nconst orders = new Orders();\nexport const handler = async event => orders.handle(event);`,
      errors: tainted,
    },
    {
      name: 'in a wrapper of its own',
      code: `${work}\nconst safe = inner => async (event, context) => { try { return await inner(event, context); } catch (error) { return { statusCode: 500, body: error.message }; } };\nexport const handler = safe(async event => work(event.id));`,
      errors: tainted,
    },
    {
      name: 'in a middleware',
      code: `import middy from '@middy/core';\n${work}\nexport const handler = middy(async event => work(event.id)).onError(async request => { request.response = { statusCode: 500, body: request.error.message }; });`,
      errors: tainted,
    },
    {
      name: 'in a web application',
      code: `const serverless = require('serverless-http');\nconst app = require('express')();\nconst { work } = require('./work');\napp.get('/', async (req, res) => { try { res.json(await work()); } catch (error) { res.status(500).send(error.message); } });\nmodule.exports.handler = serverless(app);`,
      errors: tainted,
    },
  ],
});
