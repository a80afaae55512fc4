import type { Hit } from '../flow/hit.js';
import type { Origin } from '../flow/origin.js';
import type { Step, Taint } from '../flow/value.js';
import path from 'node:path';
import { redact } from '../secrets/redaction.js';

/** Longest message, in characters. */
const maxMessage = 240;
const maxHops = 3;

/** In words, for a source without a label of its own. */
const plainLabels: Readonly<Record<string, string>> = {
  event: 'event data',
  identity: "the caller's identity",
  stored: 'stored data',
  error: 'the error',
  environment: "the function's environment",
  credentials: "the role's credentials",
  secret: 'a secret',
  'client-error': "the client's error",
};

/** Access paths as they are shown: a message asks for the same one several times. */
const shownPaths = new Map<string, string>();
const mostPaths = 500;

function shownPath(written: string): string {
  let shown = shownPaths.get(written);
  if (shown === undefined) {
    if (shownPaths.size >= mostPaths) shownPaths.clear();
    // A member may have a secret for its name.
    shownPaths.set(written, (shown = redact(written)));
  }
  return shown;
}

/** "the S3 object key, event.Records[0].s3.object.key"; "event data, event.file"; "the event". */
export function sourceText({ kind, label, path: written, root }: Origin): string {
  const accessPath = shownPath(written);
  const plain = kind === 'event' && written === root.path ? 'the event' : plainLabels[kind];
  const words = label ?? root.label ?? plain ?? 'data';
  return accessPath === '' || accessPath === words || `the ${accessPath}` === words ? words : `${words}, ${accessPath}`;
}

/** A sink's label at the head of a sentence: words get a capital, code stays as it is. */
export function headOf(label: string): string {
  return label.startsWith('the ') ? `T${label.slice(1)}` : label;
}

/** The functions that a value went through, in order, first to last. */
function hopsOf(steps: Step | null, file: string): readonly string[] {
  const hops: string[] = [];
  for (let step = steps; step !== null; step = step.previous) {
    if (step.enters === null) continue;
    const line = step.node.loc.start.line;
    hops.unshift(step.module.file === file ? `${step.enters}()` : `${step.enters}() at ${path.basename(step.module.file)}:${line}`);
  }
  return hops;
}

/** " through render() and save()", or nothing. */
export function pathText({ steps }: Taint, file: string, sinkAt: Hit): string {
  const hops = hopsOf(steps, file);
  const last = sinkAt.module.file === file ? [] : [`${path.basename(sinkAt.module.file)}:${sinkAt.node.loc.start.line}`];
  if (hops.length === 0) return '';
  const shown = hops.slice(0, maxHops);
  const rest = hops.length - shown.length;
  const listed = rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
  return ` through ${listed}${last.length > 0 ? ` to ${last.join('')}` : ''}`;
}

export interface MessageData {
  readonly sink: string;
  readonly harm: string;
  readonly source: string;
  readonly path: string;
  readonly advice: string;
}

/** Shortens what can be shortened, so that the whole message stays readable. */
export function fitted(data: MessageData): Record<keyof MessageData, string> {
  const length = (parts: MessageData): number =>
    parts.sink.length + parts.harm.length + parts.source.length + parts.path.length + parts.advice.length + 4;
  let fit = data;
  if (length(fit) > maxMessage) fit = { ...fit, source: middle(fit.source, Math.max(40, fit.source.length - (length(fit) - maxMessage))) };
  if (length(fit) > maxMessage) fit = { ...fit, path: '' };
  if (length(fit) > maxMessage) fit = { ...fit, source: middle(fit.source, 40) };
  return { ...fit };
}

function middle(text: string, max: number): string {
  if (text.length <= max) return text;
  const half = Math.floor((max - 1) / 2);
  return `${text.slice(0, half)}…${text.slice(text.length - half)}`;
}
