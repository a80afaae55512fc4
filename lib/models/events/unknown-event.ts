import type { EventField, EventModel } from '../event-model.js';

/** Whether a path says by itself that the event is a service's: only below such a place is a trusted field believed. */
function tellsService(path: string, distinctive: readonly string[]): boolean {
  return distinctive.some(start => path.startsWith(start) && /^(?:$|[.[])/.test(path.slice(start.length)));
}

/** The value that more than half of the claims have; undefined when there is none, or when it is what they lack. */
function majority<T>(values: readonly T[]): T | undefined {
  return values.find(value => values.filter(other => other === value).length * 2 > values.length);
}

function merge(claims: readonly EventField[], telling: boolean): EventField | null {
  const controlled = claims.filter(field => field.trust === 'controlled');
  const fields = controlled.length > 0 ? controlled : telling ? claims : [];
  const first = fields[0];
  if (first === undefined) return null;
  const label = telling || fields.length > 1 ? majority(fields.map(field => field.label)) : undefined;
  const form = majority(fields.map(field => field.form));
  const below = telling ? majority(fields.map(field => field.below)) : undefined;
  const sensitive = fields.find(field => field.sensitive !== undefined)?.sensitive;
  return {
    trust: fields.find(field => field.trust === 'identity')?.trust ?? first.trust,
    ...(label !== undefined && { label }),
    ...(form !== undefined && { form }),
    ...(below !== undefined && { below }),
    ...(fields.some(field => field.whole === true) && { whole: true }),
    ...((telling || fields.length > 1) && fields.every(field => field.rooted === true) && { rooted: true }),
    ...(sensitive !== undefined && { sensitive }),
  };
}

/**
 * The fields of an event whose kind is not known: the union of all models. A place that one service lets its sender choose is
 * controlled; a trusted one is trusted only where its path says that the event is a service's (`requestContext.requestId`,
 * `Records[].awsRegion`), not where any object may have it (`id`, `source`); all else is controlled.
 */
export function unknownEventFields(events: readonly EventModel[]): Pick<EventModel, 'fields' | 'rest'> {
  const claims = new Map<string, EventField[]>();
  for (const [path, field] of events.flatMap(model => Object.entries(model.fields))) {
    if (path === '') continue;
    const list = claims.get(path);
    if (list === undefined) claims.set(path, [field]);
    else list.push(field);
  }
  const distinctive = ['Records', 'httpMethod', 'routeKey', ...events.flatMap(model => model.distinctive)];
  const fields: Record<string, EventField> = {};
  for (const [path, list] of claims) {
    const merged = merge(list, tellsService(path, distinctive));
    if (merged !== null) fields[path] = merged;
  }
  return { fields, rest: 'controlled' };
}
