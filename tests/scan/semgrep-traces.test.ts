import { describe, expect, test } from 'vitest';
import { alignTraces, readTraces } from '../../lib/scan/semgrep-traces.js';
import { runScan, workspace } from './workspace.js';

const text = `
    a very long path that is broken into
    two lines.py
   ❯❯❱ a.rule.id.that.is.broken.into.two.lines.no-command-
       injection
          ❰❰ Blocking ❱❱
          The message: line 3┆ is not code.

            5┆ os.system(
            6┆   x
            7┆ )

          Taint comes from:

            2┆ def handler(event, context):

          Taint flows through these intermediate variables:

            2┆ def handler(event, context):

            4┆ x = event["a"]

                This is how taint reaches the sink:

            6┆ x

            ⋮┆----------------------------------------
           12┆ eval("1")

    ❯❱ another.rule
          The message.

           14┆ os.system(y)

          Taint comes from:

           14┆ os.system(y)
`;

describe('the traces in the text output', () => {
  test('one per result, with or without a source', () => {
    expect(readTraces(text)).toEqual([
      { line: 5, source: 2, passes: [2, 4] },
      { line: 12, source: undefined, passes: [] },
      { line: 14, source: 14, passes: [] },
    ]);
  });

  test('they are used only when they tell of the same results as the report', () => {
    const traces = readTraces(text);
    expect(alignTraces(traces, [5, 12, 14])).toEqual(traces);
    expect(alignTraces(traces, [5, 12])).toEqual([undefined, undefined]);
    expect(alignTraces(traces, [5, 13, 14])).toEqual([undefined, undefined, undefined]);
  });
});

test('the flow of a Python finding goes from the event to the sink', { timeout: 120_000 }, async () => {
  const packs = workspace({
    'python/taint.yaml': `
rules:
  - id: no-command-injection
    languages: [python]
    severity: ERROR
    message: A command line with data from the event.
    metadata: { slug: no-command-injection, tier: tainted }
    mode: taint
    pattern-sources:
      - pattern: event["$KEY"]
      - patterns: [{ pattern: 'def $F(self, $EVENT, $CONTEXT): ...' }, { focus-metavariable: $EVENT }]
    pattern-sinks: [{ patterns: [{ pattern: os.system($X) }, { focus-metavariable: $X }] }]
`,
  });
  const code =
    'import os\n\n\ndef handler(event, context):\n    name = event["a"]\n    line = "ls " + name\n    for part in line:\n' +
    '        for_shell, rest = part, ""\n        os.system(for_shell)\n';
  const method = 'import os\nclass Job:\n    def run(self, payload, context):\n        os.system(payload["a"])\n';
  const { findings } = await runScan(workspace({ 'a.py': code, 'b.py': 'os.system("ls")\n', 'c.py': method }), [], { packs });
  expect(findings).toHaveLength(2);
  expect(findings[1]?.flow[0]).toMatchObject({ line: 3, column: 19, message: 'payload enters here' });
  expect(findings[0]?.flow.map(({ line, column, message }) => [line, column, message])).toEqual([
    [5, 5, 'event["a"] enters here'],
    [6, 5, 'assigned to line'],
    [7, 9, 'assigned to part'],
    [8, 9, 'passes through'],
    [9, 19, 'reaches the sink'],
  ]);
});
