import { describe, expect, it } from 'vitest';
import type { SinkKind } from '../../lib/models/kinds.js';
import { judgeMatch, judgeNegatedPattern, judgePattern, judgeReplacement, judgeTextReplacement } from '../../lib/strings/pattern.js';

/** Kinds that a case talks about; `+` must be closed, `-` must stay open. */
function expectKinds(kinds: readonly SinkKind[], expected: string): void {
  for (const word of expected.split(' ')) {
    const kind = word.slice(1) as SinkKind;
    expect({ [kind]: kinds.includes(kind) ? 'closed' : 'open' }).toEqual({ [kind]: word.startsWith('+') ? 'closed' : 'open' });
  }
}

const interpreters = '+command +code +sql +nosql +html +template +xml +deserialize +regex +log +text-log';
const allButTwo = `${interpreters} +path +module +url +redirect +secret-id +write`;
const nothing = `${allButTwo} +property-key +env-name`.replaceAll('+', '-');

describe('a test that succeeds', () => {
  it.each<[string, RegExp, string]>([
    ['a name of letters, digits, hyphen and underscore', /^[A-Za-z0-9_-]+$/, `${allButTwo} -property-key`],
    ['capitals and underscores may name the role’s key', /^[A-Z_]+$/, `${allButTwo} +property-key -env-name`],
    ['lower-case letters', /^[a-z]{1,40}$/, `${allButTwo} +property-key +env-name`],
    ['a flag that ignores case', /^[a-z0-9]+$/i, `${allButTwo} +property-key`],
    ['a UUID', /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i, `${allButTwo} +property-key +env-name`],
    ['alternatives in one group between the anchors', /^(?:pdf|png|svg)$/, `${allButTwo} +property-key`],
    ['every alternative has its own anchors', /^pdf$|^png$/, `${allButTwo} +property-key`],
    ['a Unicode property with the u flag', /^\p{L}+$/u, '+command +sql +html +path'],
    ['a set difference with the v flag', new RegExp('^[\\w--_]+$', 'v'), `${allButTwo} +property-key`],
    ['no end anchor', /^[a-z]+/, nothing],
    ['no start anchor', /[a-z]+$/, nothing],
    ['no anchor', /[a-z]+/, nothing],
    ['one alternative without its end anchor', /^pdf|png$/, nothing],
    ['the m flag: one good line is enough', /^[a-z]+$/m, nothing],
    ['the g flag keeps a position from call to call', /^[a-z]+$/g, nothing],
    ['the y flag does too', /^[a-z]+$/y, nothing],
    ['a dot that matches anything but a line end', /^.*$/, '-command -sql -html -path -url +log +text-log'],
    ['a dot with the s flag', /^.*$/s, nothing],
    ['a class that only leaves out the semicolon', /^[^;]+$/, nothing],
    ['no whitespace, but all else', /^\S+$/, '-command -sql -html -path -url -code +log'],
    ['a class that leaves out line ends', /^[^\r\n]+$/, '-command -html +log +text-log'],
    ['words and whitespace: line ends are whitespace', /^[\w\s]+$/, '-command -sql -log +html +path'],
    ['words and blanks: clauses of SQL have no other characters', /^[A-Za-z ]+$/, '-command -sql -code +html +nosql +log'],
    ['digits and blanks are no clause', /^[\d ]+$/, '+sql +html -command'],
    ['a quote in a name', /^[A-Za-z'-]+$/, '-sql -html -command -code'],
    ['a date and time', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/, '+sql +command +path +html +log'],
    ['an e-mail address', /^[\w.+-]+@[\w-]+\.[a-z]{2,}$/, '+sql +html +command -url -redirect'],
    ['Base64', /^[A-Za-z0-9+/=]+$/, '+sql +html +command -path -url'],
    ['arithmetic is no code that does anything', /^[\d+\-*/(). ]+$/, '+code -command -regex'],
    ['arithmetic with names is', /^[\w+\-*/(). ]+$/, '-code'],
    ['a list of numbers', /^\d+(,\d+)*$/, '+sql +command +path'],
    ['a template expression', /^[\w{}]+$/, '-template -command'],
    ['a greater-than sign', /^[\w>]+$/, '-html -command -template'],
    ['an XML declaration needs no more than this', /^[\w<!]+$/, '-xml -html'],
    ['a back-reference is not followed', /^(['"])[a-z]+\1$/, '-sql -command'],
    ['a back-reference may be any text, whatever its group is', /^([a-z]+)\1$/, nothing],
    ['a group that captures is read as one that does not', /^(.*)$/s, nothing],
    ['a key of a bucket without a slash', /^[\w.]+$/, '+object-key'],
    ['a key of a bucket with slashes', /^[\w./]+$/, '-object-key'],
  ])('%s: %s', (_, pattern, expected) => {
    expectKinds(judgePattern(pattern.source, pattern.flags), expected);
  });

  it('a schema or String.match does not keep a position', () => {
    expectKinds(judgePattern('^[a-z]+$', 'g', true), allButTwo);
  });

  it('a pattern that is none proves nothing', () => {
    expect(judgePattern('^[a-z', '')).toEqual([]);
    expect(judgePattern('^[a-z]+$', 'zz')).toEqual([]);
  });

  it('a group with flags of its own is not followed', () => {
    expect(judgePattern('^(?i:[a-z]+)$', '')).toEqual([]);
  });

  it('a pattern that no text can match proves nothing', () => {
    expect(judgePattern('^a^b$', '')).toEqual([]);
  });

  it('a pattern that grows beyond the limit proves nothing', () => {
    expect(judgePattern('^(?:(?:(?:[a-z]{8}){8}){8}){8}$', '')).toEqual([]);
  });
});

describe('paths', () => {
  it.each<[string, RegExp, string]>([
    ['a file name with dots: `..` alone is no more than basename gives', /^[\w.-]+$/, '+path -url -module'],
    ['a name with one extension', /^[a-z0-9]+\.png$/, '+path -url'],
    ['a slash in the class', /^[\w/]+$/, '-path'],
    ['a slash and dots in the class', /^[\w./-]+$/, '-path'],
    ['a relative path whose segments have no dots', /^[a-z]+(?:\/[a-z]+)*$/, '+path +url'],
    ['segments with dots can climb', /^[\w.]+(?:\/[\w.]+)*$/, '-path'],
    ['a fixed folder in front of a name with dots can climb too', /^uploads\/[\w.]+$/, '-path'],
    ['a fixed folder in front of a name without dots', /^uploads\/\w+\.png$/, '+path'],
    ['a path from the root', /^\/[a-z]+$/, '-path'],
    ['a backslash', /^[\w\\]+$/, '-path'],
    ['a look-ahead that forbids climbing and the root', /^(?!\/)(?!.*\.\.)[\w./-]+$/, '+path'],
    ['a look-ahead that forbids climbing, but not the root', /^(?!.*\.\.)[\w./-]+$/, '-path'],
    ['a look-ahead that forbids something else', /^(?!\/)(?!.*\.exe)[\w./-]+$/, '-path'],
    ['a look-ahead that only looks at the start', /^(?!\/)(?!\.\.)[\w./-]+$/, '-path'],
    ['a positive look-ahead adds nothing and takes nothing', /^(?=.*\d)[a-z\d]+$/, '+path +command'],
  ])('%s: %s', (_, pattern, expected) => {
    expectKinds(judgePattern(pattern.source, pattern.flags), expected);
  });
});

describe('hosts', () => {
  it.each<[string, RegExp, string]>([
    ['a URL of one host, open behind it', /^https:\/\/api\.example\.com\//, '+url +redirect -path -sql'],
    ['either scheme', /^https?:\/\/api\.example\.com\//, '+url +redirect'],
    ['a host with a port', /^https:\/\/api\.example\.com:\d+\//, '+url'],
    ['a choice of hosts', /^https:\/\/(?:api|www)\.example\.(?:com|org)\//, '+url +redirect'],
    ['any subdomain of one domain', /^https:\/\/[\w-]+\.example\.com\//, '+url'],
    ['the host alone', /^https:\/\/api\.example\.com$/, '+url +redirect'],
    ['a query may follow the host', /^https:\/\/api\.example\.com[/?#]/, '+url'],
    ['a host name of one domain', /^[a-z0-9-]+\.example\.com$/, '+url'],
    ['no slash behind the host: example.com.evil.test', /^https:\/\/api\.example\.com/, '-url -redirect'],
    ['a dot that is not escaped matches any letter', /^https:\/\/www.example\.com\//, '-url'],
    ['no dot in front of the domain: evilexample.com', /^https:\/\/[\w.-]*example\.com\//, '-url'],
    ['any domain under com', /^https:\/\/[\w-]+\.com\//, '-url'],
    ['any host', /^https:\/\/[^/]+\//, '-url'],
    ['a question mark before the domain ends the host', /^https:\/\/[^/]+\.example\.com\//, '-url'],
    ['user info before the host', /^https:\/\/[\w.@-]+\.example\.com\//, '-url'],
    ['any scheme', /^[a-z]+:\/\/api\.example\.com\//, '-redirect -url'],
    ['a host with dots', /^[a-z0-9.-]+$/, '-url -redirect'],
    ['an IP address', /^\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}$/, '-url'],
    ['a script URL', /^javascript:\w+$/, '-redirect'],
    ['not at the start', /https:\/\/api\.example\.com\//, '-url'],
    ['a path of the own site', /^\/[a-z][\w/]*$/, '+redirect +url'],
    ['a path that may start with two slashes', /^\/[\w/]*$/, '-redirect'],
    ['a backslash counts as a slash in a browser', /^\/[\w\\]+$/, '-redirect'],
    ['a path, whatever follows its first letter', /^\/\w/, '+redirect'],
  ])('%s: %s', (_, pattern, expected) => {
    expectKinds(judgePattern(pattern.source, pattern.flags), expected);
  });
});

describe('a test that fails', () => {
  it.each<[string, RegExp, string]>([
    ['nothing but letters and digits is left', /[^a-z0-9]/, allButTwo],
    ['a repeated class finds the same', /[^a-z0-9]+/, allButTwo],
    ['a class that leaves dots', /[^\w.-]/, '+command +path -url'],
    ['a class in two alternatives', /[^\w/]|\//, allButTwo],
    ['line ends', /[\r\n]/, '+log +text-log -command -html'],
    ['a denylist of shell characters', /[;|&]/, '-command -sql -path'],
    ['a text of two characters says nothing of either', /\.\./, '-path -command'],
    ['an anchored class only looks at the start', /^[^a-z]/, nothing],
    ['a class that must occur twice', /[^a-z]{2}/, nothing],
    ['a character that its group repeats', /([^a-z])\1/, nothing],
    ['a class of which only the end is looked at', /[^a-z](?=x)/, nothing],
    ['the g flag keeps a position', /[^a-z]/g, nothing],
  ])('%s: %s', (_, pattern, expected) => {
    expectKinds(judgeNegatedPattern(pattern.source, pattern.flags), expected);
  });
});

describe('what a match holds', () => {
  it.each<[string, RegExp, number | string, string]>([
    ['the whole match of a pattern without anchors', /[a-z0-9]+/, 0, allButTwo],
    ['every match of a global pattern', /[a-z0-9]+/g, 0, allButTwo],
    ['a group of digits', /v(\d+)\.(\d+)/, 2, allButTwo],
    ['a named group', /^(?<id>[a-f0-9]+)\/(?<rest>.*)$/, 'id', allButTwo],
    ['the open group beside it', /^(?<id>[a-f0-9]+)\/(?<rest>.*)$/, 'rest', '-command -path -sql'],
    ['a group in a group', /^((?:[a-z]+\/)+)(.*)$/, 1, '+path +command'],
    ['a group that is not there', /^([a-z]+)$/, 3, nothing],
    ['the whole match with an open class', /id=.*/, 0, '-command -sql'],
  ])('%s: %s, group %s', (_, pattern, group, expected) => {
    expectKinds(judgeMatch(pattern.source, pattern.flags, group), expected);
  });
});

describe('a replacement', () => {
  it.each<[string, RegExp, string | null, string]>([
    ['an allowlist', /[^a-z0-9]/g, '', allButTwo],
    ['an allowlist with a harmless filler', /[^a-zA-Z0-9]+/g, '_', '+command +path +sql'],
    ['an allowlist that keeps dots', /[^\w.-]/g, '_', '+command +path -url'],
    ['an allowlist that keeps slashes', /[^\w./-]/g, '', '+command -path'],
    ['an allowlist with a harmful filler', /[^a-z0-9]/g, ';', '-command +path'],
    ['only the first character outside the allowlist', /[^a-z0-9]/, '', nothing],
    ['an allowlist whose filler repeats what was found', /[^a-z0-9]/g, '$&', nothing],
    ['a denylist of one character', /;/g, '', nothing],
    ['a denylist of shell characters', /[;&|`$]/g, '', nothing],
    ['climbing taken out once leaves climbing', /\.\.\//g, '', nothing],
    ['doubled quotes', /'/g, "''", '-sql -command -html'],
    ['line ends', /[\r\n]/g, ' ', '+log +text-log -command -sql'],
    ['either line end', /\n|\r/g, '', '+log +text-log'],
    ['a line feed with or without a carriage return', /\r?\n/g, ' ', '+log +text-log'],
    ['line ends that become line ends', /[\r\n]/g, '\n', '-log'],
    ['HTML escaped by one character', /</g, '&lt;', '+html -sql -command'],
    ['HTML escaped by a function', /[&<>"']/g, null, '+html -sql -command -path'],
    ['a function that gets other characters', /[;&]/g, null, nothing],
    ['tags taken out by name', /<script>/g, '', nothing],
    ['tags taken out by shape', /<[^>]*>/g, '', nothing],
    ['spaces', /\s+/g, '', '+log -command -sql'],
  ])('%s: %s by %s', (_, pattern, replacement, expected) => {
    expectKinds(judgeReplacement(pattern.source, pattern.flags, replacement), expected);
  });

  it('of a text everywhere', () => {
    expectKinds(judgeTextReplacement('\n', ' '), '+log -command');
    expectKinds(judgeTextReplacement('<', '&lt;'), '+html');
    expectKinds(judgeTextReplacement('..', ''), nothing);
    expectKinds(judgeTextReplacement('.', ''), '-path -command');
  });
});
