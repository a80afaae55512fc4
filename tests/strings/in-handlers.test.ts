import { describe, expect, it } from 'vitest';
import { hitsByLine } from '../models/kinds-of-lines.js';

const head = `
import { execSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
const escaped = text => text.replace(/[&<>"']/g, c => ({ '&': '&amp;' })[c]);
const html = text => ({ statusCode: 200, headers: { 'content-type': 'text/html' }, body: '<h1>' + text + '</h1>' });
`;

/** Whether any data of the event reaches a sink of a kind in a handler of these statements. */
function reaches(kind: string, statements: string): boolean {
  const code = `${head.replaceAll('\n', ' ')} export const handler = async (event, context) => { const x = event.body; ${statements} };`;
  return [...hitsByLine(code).values()].flat().some(hit => hit.startsWith(`${kind} event`));
}

describe('texts in handlers', () => {
  it.each([
    ['a test of an anchored pattern', 'command', 'if (!/^[a-z]+$/.test(x)) return; execSync(x);'],
    ['a test that finds nothing else', 'command', 'if (/[^a-z]/.test(x)) throw new Error(); execSync(x);'],
    ['a match of an anchored pattern', 'command', 'if (!x.match(/^[a-z]+$/g)) return; execSync(x);'],
    ['a group of digits', 'command', 'const m = x.match(/^v(\\d+)\\.(.*)$/); execSync("run " + m[1]);'],
    ['a named group', 'command', 'const m = /^(?<id>\\d+)-(?<rest>.+)$/.exec(x); execSync("run " + m.groups.id);'],
    ['an allowlist of characters', 'command', 'execSync("run " + x.replace(/[^\\w-]/g, "_"));'],
    ['HTML escaped by a function', 'html', 'return html(escaped(x));'],
    ['HTML escaped by two calls', 'html', 'return html(x.replaceAll("&", "&amp;").replaceAll("<", "&lt;"));'],
    ['a host under a domain', 'url', 'const u = new URL(x); if (!u.hostname.endsWith(".example.com")) return; await fetch(u);'],
    ['a URL under a host', 'url', 'if (!x.startsWith("https://api.example.com/")) return; await fetch(x);'],
    ['a path behind a host', 'url', 'await fetch("https://api.example.com/items/" + x);'],
    ['a path behind a base from the environment', 'url', 'await fetch(`${process.env.API}/items/${x}`);'],
    ['a resolved path under a folder', 'path', 'const p = path.resolve("/data", x); if (!p.startsWith("/data/")) return; readFileSync(p);'],
    [
      'a joined path under a root',
      'path',
      'const p = path.join(process.env.ROOT, x); if (!p.startsWith(process.env.ROOT + path.sep)) return; readFileSync(p);',
    ],
    ['a redirect within the site', 'redirect', 'return { statusCode: 302, headers: { Location: "/login?next=" + x } };'],
  ])('%s closes %s', (_, kind, statements) => {
    expect(reaches(kind, statements)).toBe(false);
  });

  it.each([
    ['a test without an anchor', 'command', 'if (!/[a-z]+/.test(x)) return; execSync(x);'],
    ['a test of a global pattern', 'command', 'if (!/^[a-z]+$/g.test(x)) return; execSync(x);'],
    ['the other group', 'command', 'const m = x.match(/^v(\\d+)\\.(.*)$/); execSync("run " + m[2]);'],
    ['a denylist', 'command', 'execSync("run " + x.replace(/;/g, ""));'],
    ['an allowlist for the first character only', 'command', 'execSync("run " + x.replace(/[^\\w-]/, "_"));'],
    ['HTML whose tags are taken out by name', 'html', 'return html(x.replace(/<script>/g, ""));'],
    ['a host that ends with a name', 'url', 'const u = new URL(x); if (!u.hostname.endsWith("example.com")) return; await fetch(u);'],
    ['a URL that starts with a host', 'url', 'if (!x.startsWith("https://api.example.com")) return; await fetch(x);'],
    ['a label of a host', 'url', 'await fetch("https://" + x + ".example.com/");'],
    ['a path under a folder as it came', 'path', 'if (!x.startsWith("/data/")) return; readFileSync(x);'],
    ['a resolved path beside a folder', 'path', 'const p = path.resolve("/data", x); if (!p.startsWith("/data")) return; readFileSync(p);'],
    ['a redirect behind one slash', 'redirect', 'return { statusCode: 302, headers: { Location: "/" + x } };'],
  ])('%s leaves %s open', (_, kind, statements) => {
    expect(reaches(kind, statements)).toBe(true);
  });
});
