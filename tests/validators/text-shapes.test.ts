import { describe, expect, it } from 'vitest';
import { formatShape } from '../../lib/validators/text-shapes.js';
import { written } from './program.js';

const words = (list: string): readonly string[] => list.trim().split(/\s+/);

describe('formats', () => {
  it.each(
    words(`
      date time datetime iso-date iso-date-time iso-timestamp iso8601 date-string rfc3339 iso-time iso-time-second
      uuid guid uuidv4 uuidv6 uuidv7 ulid cuid cuid2 ksuid xid object-id mongo-id hex hexadecimal hash octal digits alpha alphanum
      alphanumeric port boolean-string iso-week
    `),
  )('%s leaves nothing that does harm', name => {
    expect(written(formatShape(name))).toBe('safe');
  });

  it.each(
    words(
      'token slug nanoid creditCard hexColor color decimal numeric number-string base64 base64url jwt e164 duration iso-duration ip ipv4 ipv6 cidr cidrv4 cidrv6',
    ),
  )('%s leaves no syntax', name => {
    expect(written(formatShape(name))).toBe('cleared');
  });

  it.each(words('mac mac-address fqdn hostname domain semver'))('%s names a place, in letters without syntax', name => {
    expect(written(formatShape(name))).toBe('cleared');
  });

  it.each(words('email url uri emoji'))('%s may be any text', name => {
    expect(written(formatShape(name))).toBe('text');
  });

  it('a name that is no format says nothing', () => {
    expect(formatShape('constructor-name')).toBeNull();
  });
});
