import type { Candidate } from '../candidate.js';
import { parameterType, parametersOf } from '../candidate.js';
import { readsOf } from '../event-reads.js';
import { isGlobalType, namedType } from '../lambda-types.js';

/** Types of the browser's events, and of React's. */
const domTypes =
  /^(?:Event|UIEvent|CustomEvent|MessageEvent|FetchEvent|ExtendableEvent|PushEvent|(?:React\w*|Synthetic|Mouse|Pointer|Keyboard|Touch|Wheel|Focus|Input|Submit|Form|Change|Drag|Clipboard|Animation|Transition|Storage|PopState|HashChange|Progress|Error|Close|BeforeUnload|PromiseRejection|GestureResponder|NativeSynthetic)\w*Event)$/;
const domMembers = new Set([
  'preventDefault',
  'stopPropagation',
  'stopImmediatePropagation',
  'currentTarget',
  'nativeEvent',
  'clientX',
  'clientY',
  'pageX',
  'keyCode',
  'shiftKey',
  'ctrlKey',
  'metaKey',
  'dataTransfer',
  'clipboardData',
  'respondWith',
  'waitUntil',
  'touches',
]);
const targetMembers = new Set([
  'value',
  'files',
  'checked',
  'dataset',
  'closest',
  'matches',
  'name',
  'id',
  'innerHTML',
  'classList',
  'result',
]);

/** A listener of the browser, a component's or a service worker's, by the type of its event or by what it reads of it. */
export function domListener(candidate: Candidate): boolean {
  const first = parametersOf(candidate.fn)[0];
  const type = namedType(parameterType(first), candidate);
  const isBrowsers =
    type !== null && (isGlobalType(type, candidate.program) || /^(?:p?react|react-native|solid-js)(?:\/|$)/.test(type.module ?? ''));
  if (isBrowsers && domTypes.test(type.name)) return true;
  return readsOf(candidate.fn).some(([step = '', next = '']) => domMembers.has(step) || (step === 'target' && targetMembers.has(next)));
}
