import type { Candidate } from '../candidate.js';
import { parameterName, parameterType, parametersOf } from '../candidate.js';
import { isGlobalType, namedType } from '../lambda-types.js';

const servers =
  /^(?:express|express-serve-static-core|@types\/express|fastify|koa|@koa\/\w+|hono|next|@vercel\/node|@azure\/functions|firebase-functions|@google-cloud\/functions-framework|http|node:http|https|node:https|connect|restify|@hapi\/hapi|polka|h3|itty-router|@cloudflare\/workers-types|twilio)(?:\/|$)/;
const request = /^_?(?:req|request|rq)$/i;
const response = /^_?(?:res|resp|response|reply|rsp|next)$/i;
/** Types that a platform declares for everybody. */
const globalTypes = new Set([
  'Request',
  'NextRequest',
  'NextApiRequest',
  'IncomingMessage',
  'VercelRequest',
  'FastifyRequest',
  'ExecutionContext',
]);

/** A callback of an HTTP server or of another cloud's functions: `(req, res)`, `(context, req)`, `(request: Request)`. */
export function serverCallback(candidate: Candidate): boolean {
  const parameters = parametersOf(candidate.fn);
  const [first, second, third] = parameters;
  const names = parameters.map(parameter => parameterName(parameter) ?? '');
  if (request.test(names[0] ?? '') && response.test(names[1] ?? '')) return true;
  if (request.test(names[1] ?? '') && response.test(names[2] ?? '')) return true;
  if (/^(?:context|ctx)$/.test(names[0] ?? '') && /^(?:req|request|event|next|evt)$/.test(names[1] ?? '')) return true;
  if (parameterName(third) === 'next') return true;
  for (const type of [candidate.variableType, parameterType(first), parameterType(second)]) {
    const named = namedType(type, candidate);
    if (named === null) continue;
    if (isGlobalType(named, candidate.program) ? globalTypes.has(named.name) : servers.test(named.module ?? '')) return true;
  }
  return false;
}
