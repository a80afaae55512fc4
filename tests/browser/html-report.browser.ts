import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatHtml } from '../../lib/scan/format-html.js';
import { redactedSource } from '../../lib/scan/redacted-source.js';
import { runScan, workspace } from '../scan/workspace.js';
import { Page } from './chromium.js';

const files = {
  'src/a.js': 'export function save(event) {\n  exec(event.a);\n  log(event);\n}\n',
  'src/deep/folder/with-a-long-name/b.js': `const password = "opensesame";\nconst x = "${'y'.repeat(300)}"; exec(event.b);\n`,
  'c.js': 'exec(`</script><script>document.title = "broken out"</script>` + event.c);\n',
};

/** Writes the report of these files and returns its address. */
const report = async (): Promise<string> => {
  const cwd = workspace(files);
  const html = formatHtml(await runScan(cwd, []), redactedSource());
  writeFileSync(path.join(cwd, 'report.html'), html);
  return pathToFileURL(path.join(cwd, 'report.html')).href;
};

const shown = "[...document.querySelectorAll('details[data-rule]')].filter(each => each.checkVisibility()).length";
const focus = 'document.activeElement.tagName + (document.activeElement.value ?? "")';

describe('the HTML report in Chromium', { timeout: 60_000 }, () => {
  let page: Page;
  beforeAll(async () => {
    page = await Page.open();
  });
  afterAll(() => page.close());

  const opened = async (width?: number) => page.goto(await report(), width);

  test('opens from a file, loads nothing else, and code in it stays text', async () => {
    await opened();
    expect(await page.evaluate('document.title')).toBe('lambda-security: 4 findings (3 errors, 1 warning) in 3 files.');
    expect(await page.evaluate("performance.getEntriesByType('resource').length")).toBe(0);
    expect(await page.evaluate("document.querySelector('output').textContent")).toBe('4 of 4 shown');
    expect(await page.evaluate('document.body.textContent.includes("opensesame")')).toBe(false);
  });

  test('filters by severity, rule and text', async () => {
    await opened();
    const set = (change: string) => page.evaluate(`{ const form = document.forms[0]; ${change}; form.dispatchEvent(new Event('input')) }`);
    await set('form.elements.severity[0].checked = false');
    expect(await page.evaluate(shown)).toBe(1);
    await set('form.reset(); form.elements.rule.value = "no-command-injection"');
    expect(await page.evaluate(shown)).toBe(3);
    await set('form.reset(); form.elements.text.value = "LONG-NAME"');
    expect(await page.evaluate(shown)).toBe(1);
    expect(await page.evaluate("[...document.querySelectorAll('section')].filter(each => each.checkVisibility()).length")).toBe(1);
    await set('form.elements.text.value = "nothing like it"');
    expect(await page.evaluate("document.querySelector('output').textContent")).toBe('0 of 4 shown');
  });

  test('is worked with the keyboard: the filters first, then finding by finding', async () => {
    await opened();
    await page.press('Tab');
    expect(await page.evaluate(focus)).toBe('INPUTerror');
    await page.press(' ');
    expect(await page.evaluate(shown)).toBe(1);
    for (let step = 0; step < 4; step += 1) await page.press('Tab');
    expect(await page.evaluate(focus)).toBe('SUMMARY');
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    const isOpen = 'document.activeElement.parentElement.open';
    expect(await page.evaluate(isOpen)).toBe(true);
    await page.press('Enter');
    expect(await page.evaluate(isOpen)).toBe(false);
  });

  test.each(['light', 'dark'])('in %s colours every text stands out from what is behind it', async scheme => {
    await page.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
    await opened();
    const lowest = await page.evaluate<{ text: string; contrast: number }>(`(() => {
      const numbers = color => color.match(/[\\d.]+/g).map(Number);
      const light = color => numbers(color).slice(0, 3).map(value => value / 255).map(value => value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
        .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
      const behind = element => { const color = getComputedStyle(element).backgroundColor; return numbers(color)[3] === 0 ? behind(element.parentElement) : color; };
      const texts = [...document.querySelectorAll('body *')].filter(each => [...each.childNodes].some(node => node.nodeType === 3 && node.data.trim()) && each.checkVisibility());
      return texts.map(each => { const [a, b] = [light(getComputedStyle(each).color), light(behind(each))];
        return { text: each.textContent.slice(0, 40), contrast: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) }; }).sort((x, y) => x.contrast - y.contrast)[0];
    })()`);
    expect(lowest.contrast, lowest.text).toBeGreaterThanOrEqual(4.5);
    const background = await page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    expect(background).toBe(scheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(13, 17, 23)');
    await page.send('Emulation.setEmulatedMedia', {});
  });

  test('on paper the filters are gone, and what was closed is open', async () => {
    await opened();
    await page.evaluate("document.querySelector('details').open = false");
    await page.send('Emulation.setEmulatedMedia', { media: 'print' });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await page.evaluate("getComputedStyle(document.querySelector('form')).display")).toBe('none');
    expect(await page.evaluate("[...document.querySelectorAll('details')].every(each => each.open)")).toBe(true);
    expect(await page.evaluate("[...document.querySelectorAll('pre')].every(each => each.scrollWidth <= each.clientWidth)")).toBe(true);
    const { data } = await page.send('Page.printToPDF');
    expect(
      Buffer.from(data as string, 'base64')
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    await page.send('Emulation.setEmulatedMedia', {});
  });

  test.each([320, 1000])('at %i pixels nothing makes the page wider than the window', async width => {
    await opened(width);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  });
});
