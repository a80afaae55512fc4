import type { Candidate } from '../candidate.js';

/** Asks what an event is instead of handling it: `(event: unknown): event is SQSEvent`. */
export function typeGuard({ fn }: Pick<Candidate, 'fn'>): boolean {
  return fn.returnType?.typeAnnotation.type === 'TSTypePredicate';
}
