import { describe, expect, it } from 'vitest';
import { judgeCandidate } from '../../lib/handlers/judge.js';
import { inferEvent } from '../../lib/handlers/event-type.js';
import { fieldModel } from '../../lib/models/events/registry.js';
import { candidatesOf } from '../handlers/candidates-of.js';
import { eventPlaces } from './event-places.js';
import { tellingPlaces, typicalPlaces } from './telling-places.js';

function known(event: string, place: string): string {
  const steps = place === '.' ? [] : place.split('/');
  const { trust, form, whole, label, sensitive } = fieldModel(event).facts(steps);
  const below = fieldModel(event).facts([...steps, 'zz']).trust;
  return [
    trust,
    below === trust ? '' : `(${below})`,
    form === 'json' ? '' : form,
    whole ? 'whole' : '',
    label === null ? '' : `"${label}"`,
    sensitive === null ? '' : `leaks ${sensitive}`,
  ]
    .filter(word => word !== '')
    .join(' ');
}

describe('every place of every event', () => {
  it.each(Object.entries(eventPlaces))('%s', (event, text) => {
    const rows = text
      .split('\n')
      .map(line => line.trim())
      .filter(line => line !== '');
    const actual = rows.map(row => row.slice(0, row.indexOf(': '))).map(place => `${place}: ${known(event, place)}`);
    expect(actual).toEqual(rows);
  });
});

const functionReading = (place: string) => {
  const [candidate] = candidatesOf(`exports.run = async input => input${place.startsWith('[') ? '' : '.'}${place};`);
  if (candidate === undefined) throw new Error(`No function reads ${place}`);
  return candidate;
};
const rowsOf = (table: Readonly<Record<string, string>>) =>
  Object.entries(table).flatMap(([event, places]) => places.split(' ').map(place => [place, event] as const));

describe('a place that only events have makes a function a handler, and tells the event', () => {
  it.each(rowsOf(tellingPlaces))('%s: %s', (place, event) => {
    const candidate = functionReading(place);
    const verdict = judgeCandidate(candidate);
    expect(verdict?.evidence).toBe('event-access');
    expect(inferEvent(candidate.fn, verdict!)).toBe(event);
  });
});

describe('a place that other objects have too tells the event, and makes nothing a handler', () => {
  it.each(rowsOf(typicalPlaces))('%s: %s', (place, event) => {
    const candidate = functionReading(place);
    expect(judgeCandidate(candidate)).toBeNull();
    expect(inferEvent(candidate.fn, { event: null, parameters: ['event'] })).toBe(event === 'several' ? null : event);
  });
});
