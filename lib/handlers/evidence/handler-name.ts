import type { Candidate, Finding } from '../candidate.js';
import { exportedName, lastName, parameterName, parametersOf } from '../candidate.js';
import { isCallbackName, isContextName, isEventName } from '../parameter-names.js';

const exact = /^(?:lambda_?)?handler$/i;
const handlerLike = /Handler$|_handler$|^lambda(?:[A-Z_]|$)/;
/** What no Lambda calls its first parameter, and servers, user interfaces and makers of other things do. */
const otherFirst =
  /^_?(?:req|request|res|err|error|e|ex|props|state|socket|next|msg|message|app|server|router|store|action|scope|stack|options|opts|config|handler|fn|func|callback|commands?|args|argv|deps|dependencies|services|client|logger)$/;

/** Whether an export of this name is a handler, given the parameters of one. */
export function isHandlerName(name: string): boolean {
  return exact.test(name) || handlerLike.test(name) || name === 'main';
}

/** Two parameters whose names are of neither an event nor a context: `(sourceFolder, outputFolder)`. */
function takesOthers([first, second, third]: ReturnType<typeof parametersOf>): boolean {
  const name = parameterName(second);
  const says = isEventName(first) || isContextName(second) || isCallbackName(second) || isCallbackName(third);
  return !says && name !== null && /^[a-z]+[A-Z]\w{3,}$/.test(name) && !/(?:context|ctx|callback|event)/i.test(name);
}

/** Exported as `handler`, `*Handler`, `lambda*` (or called so where it is the default export), or as `main` with a context or a callback. */
export function handlerName(candidate: Candidate): Finding | null {
  const name = exportedName(candidate);
  if (name === null) return null;
  const parameters = parametersOf(candidate.fn);
  if (exact.test(name) && lastName(candidate.exportName) !== 'default')
    return parameters.length <= 3 && !takesOthers(parameters) ? { certain: 'named' } : null;
  if (name === 'main') return isContextName(parameters[1]) || isCallbackName(parameters[2]) || isCallbackName(parameters[1]) ? {} : null;
  if (!(exact.test(name) || handlerLike.test(name)) || parameters.length > 3) return null;
  const [first, second, third] = parameters;
  if (isEventName(first) || isContextName(second) || isCallbackName(third)) return {};
  // Lambda waits for a promise or a callback: without either, an ordinary function is called so.
  if (!candidate.fn.async) return null;
  return otherFirst.test(parameterName(first) ?? '') ? null : {};
}
