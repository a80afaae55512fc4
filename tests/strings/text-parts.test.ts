import { describe, expect, it } from 'vitest';
import type { Part } from '../../lib/flow/value.js';
import { constantValue, joinValues, ownValue, unknownValue } from '../../lib/flow/values.js';
import { hostIsFixed, opensHtml, pieceMatters } from '../../lib/strings/text-parts.js';

/** The piece that is asked about. */
const tainted = unknownValue;
const own = ownValue;
const eitherHost = joinValues(constantValue('https://a.example/'), constantValue('https://b.example/'));
const eitherBase = joinValues(constantValue('https://a.example'), constantValue('https://b.example'));
const at = (parts: readonly Part[]): number => parts.lastIndexOf(tainted);

describe('hostIsFixed', () => {
  it.each<[string, boolean, readonly Part[]]>([
    ['the host ends before the piece', true, ['https://api.example.com/users/', tainted]],
    ['right behind the slash', true, ['https://api.example.com/', tainted]],
    ['in the query of a bare host', true, ['https://api.example.com?id=', tainted]],
    ['a host from the environment, then a path', true, ['https://', own, '/x/', tainted]],
    ['a base URL from the environment, then a path', true, [own, '/users/', tainted]],
    ['a base URL from the environment, then a query', true, [own, '?q=', tainted]],
    ['one of two base URLs with a slash', true, [eitherHost, tainted]],
    ['a path of the client’s own base', true, ['/users/', tainted]],
    ['a relative path', true, ['users/', tainted]],
    ['a port in front of the path', true, ['http://localhost:3000/', tainted]],
    ['a scheme from the environment', true, [own, '://api.example.com/', tainted]],
    ['two pieces, the first of which chooses the host', true, ['https://', tainted, '/a/', tainted]],
    ['the piece is the URL', false, [tainted]],
    ['the piece starts the URL', false, [tainted, '/status']],
    ['the piece is the host', false, ['https://', tainted, '/status']],
    ['the piece is a label of the host', false, ['https://', tainted, '.example.com/']],
    ['a host without a slash behind it', false, ['https://api.example.com', tainted]],
    ['one of two base URLs without a slash', false, [eitherBase, tainted]],
    ['a base URL from the environment without a slash', false, [own, tainted]],
    ['a scheme from the environment, then the piece', false, [own, '://', tainted]],
    ['the port', false, ['http://localhost:', tainted, '/']],
    ['the password', false, ['https://user:', tainted, '@api.example.com/']],
    ['a scheme with a single slash', false, ['https:/', tainted]],
    ['a scheme alone', false, ['https:', tainted]],
    ['two slashes', false, ['//', tainted]],
    ['one slash: the piece may start with another', false, ['/', tainted]],
    ['backslashes count as slashes', false, ['https:\\\\', tainted]],
  ])('%s: %s', (_, fixed, parts) => {
    expect(hostIsFixed(parts, at(parts))).toBe(fixed);
  });
});

describe('pieceMatters', () => {
  it.each<[string, string, boolean, readonly Part[]]>([
    ['a path on a fixed host', 'url', false, ['https://api.example.com/', tainted]],
    ['a redirect within the site', 'redirect', false, ['/login?next=', tainted]],
    ['the host of a redirect', 'redirect', true, ['https://', tainted]],
    ['a word of a command', 'command', true, ['ls ', tainted]],
    ['a key with a prefix is not __proto__', 'property-key', false, ['user:', tainted]],
    ['a key with a suffix is not __proto__', 'property-key', false, [tainted, '.count']],
    ['a key that may become __proto__', 'property-key', true, ['__', tainted]],
    ['a key of its own', 'property-key', true, [tainted]],
    ['a variable of the program’s own prefix', 'env-name', false, ['APP_', tainted]],
    ['a variable that starts as the role’s do', 'env-name', true, ['AWS_', tainted]],
  ])('%s (%s): %s', (_, kind, matters, parts) => {
    expect(pieceMatters(kind, parts, at(parts))).toBe(matters);
  });
});

describe('opensHtml', () => {
  it.each<[string, boolean, readonly Part[]]>([
    ['a heading', true, ['<h1>Hello ', tainted, '</h1>']],
    ['a tag that is written over two pieces', true, ['<a href="', tainted, '">']],
    ['a document type', true, ['<!DOCTYPE html>', tainted]],
    ['upper case', true, ['<DIV>', tainted, '</DIV>']],
    ['an image in SVG', true, ['<?xml version="1.0"?><svg >', tainted, '</svg>']],
    ['plain text', false, ['Hello ', tainted]],
    ['an address in angle brackets', false, ['Ann <', tainted, '>']],
    ['a comparison', false, ['a < b ', tainted]],
    ['another vocabulary', false, ['<Response><Message>', tainted, '</Message></Response>']],
    ['XML that has a title', false, ['<?xml version="1.0"?><rss><a>', tainted, '</a></rss>']],
    ['a placeholder in words', false, ['usage: run <bucket> ', tainted]],
  ])('%s: %s', (_, html, parts) => {
    expect(opensHtml(parts)).toBe(html);
  });
});
