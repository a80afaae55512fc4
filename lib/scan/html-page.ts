/** Light and dark by the system's setting; the filters stay in sight where they do not fill the screen; on paper everything is open and the filters are gone. */
const style = `
:root { color-scheme: light dark; --line: #d0d7de; --soft: #f6f8fa; --text: #1f2328; --dim: #59636e; --error: #c4232f; --warning: #8a5a00; --mark: #ffe3e0; --link: #0757b8; --page: #fff; }
@media screen and (prefers-color-scheme: dark) {
  :root { --line: #3d444d; --soft: #151b23; --text: #f0f6fc; --dim: #9aa4b0; --error: #ff8f86; --warning: #e3b341; --mark: #4f1d20; --link: #79b8ff; --page: #0d1117; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 1.5rem 1rem 4rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--text); background: var(--page); }
h1 { font-size: 1.4rem; margin: 0 0 .25rem; } h2 { font-size: 1rem; margin: 2rem 0 .5rem; overflow-wrap: anywhere; }
a { color: var(--link); } .dim { color: var(--dim); } .error { color: var(--error); } .warning { color: var(--warning); }
.totals { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1rem 0; padding: 0; list-style: none; }
.totals li { border: 1px solid var(--line); border-radius: .5rem; padding: .5rem 1rem; min-width: 7rem; } .totals b { display: block; font-size: 1.5rem; line-height: 1.2; }
form { display: flex; flex-wrap: wrap; gap: .75rem 1.25rem; align-items: center; padding: .75rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--soft); position: sticky; top: 0; z-index: 1; }
input, select { font: inherit; } ::placeholder { color: var(--dim); opacity: 1; } input[type=search] { flex: 1 1 14rem; padding: .2rem .5rem; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
details { border: 1px solid var(--line); border-radius: .5rem; margin: .5rem 0; } summary { padding: .5rem .75rem; cursor: pointer; overflow-wrap: anywhere; }
.body { padding: 0 .75rem .75rem; } .body p { margin: .25rem 0 .5rem; }
ol.flow { margin: .5rem 0; padding-left: 1.75rem; } ol.flow li { margin: .5rem 0; }
pre { margin: .25rem 0; padding: .5rem; overflow-x: auto; border: 1px solid var(--line); border-radius: .375rem; background: var(--soft); font: .85rem/1.45 ui-monospace, monospace; }
pre .hit { background: var(--mark); display: inline-block; min-width: 100%; } pre mark { background: none; color: inherit; font-weight: 700; text-decoration: underline 2px var(--error); text-underline-offset: 3px; }
code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere; } ul.notes { padding-left: 1.25rem; }
@media (max-width: 40rem) { form { position: static; } }
@media print {
  :root { color-scheme: light; --text: #000; --soft: #fff; }
  form { display: none; } details { break-inside: avoid; } pre { white-space: pre-wrap; overflow-wrap: anywhere; } a[href^=http]::after { content: " (" attr(href) ")"; font-size: .8em; }
}`;

/** Hides what the filters exclude and says how many are left; opens everything for the printer. */
const script = `
const form = document.querySelector('form');
const findings = [...document.querySelectorAll('details[data-rule]')];
const apply = () => {
  const data = new FormData(form);
  const words = data.get('text').toLowerCase().split(/\\s+/).filter(Boolean);
  let left = 0;
  for (const finding of findings) {
    const fits = data.getAll('severity').includes(finding.dataset.severity)
      && (data.get('rule') === '' || data.get('rule') === finding.dataset.rule)
      && words.every(word => finding.textContent.toLowerCase().includes(word));
    finding.hidden = !fits;
    if (fits) left += 1;
  }
  for (const section of document.querySelectorAll('section')) section.hidden = ![...section.querySelectorAll('details')].some(finding => !finding.hidden);
  form.querySelector('output').textContent = left + ' of ' + findings.length + ' shown';
};
form.addEventListener('input', apply);
form.addEventListener('submit', event => event.preventDefault());
addEventListener('beforeprint', () => { for (const finding of findings) finding.open = true; });
apply();`;

/**
 * A page that needs nothing but itself.
 *
 * @param title plain text, already escaped
 * @param body markup
 */
export const htmlPage = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${title}</title>
<style>${style}
</style>
</head>
<body>
${body}
<script>${script}
</script>
</body>
</html>
`;
