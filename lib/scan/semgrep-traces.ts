/** How data came to one match, by line numbers: where it enters, through which lines it passes, where it arrives. */
export interface Trace {
  /** The first line of the match. */
  line: number;
  source: number | undefined;
  passes: number[];
}

const heading = /^\s*❯*❱ /;
const separator = /^\s*⋮┆-+\s*$/;
const codeLine = /^\s*(\d+)┆/;

/**
 * Reads the traces out of Semgrep's text output, the only one of its outputs that shows them without an account. They stand in the order of the
 * results in its JSON.
 *
 * @param text what `--dataflow-traces --text-output` wrote
 */
export function readTraces(text: string): Trace[] {
  const traces: Trace[] = [];
  let part: 'match' | 'source' | 'passes' | 'sink' = 'match';
  let current: Trace | undefined;
  for (const line of text.split('\n')) {
    const number = codeLine.exec(line)?.[1];
    if (heading.test(line) || separator.test(line)) {
      current = undefined;
      part = 'match';
    } else if (number !== undefined) {
      const at = Number(number);
      if (current === undefined) traces.push((current = { line: at, source: undefined, passes: [] }));
      else if (part === 'source') current.source ??= at;
      else if (part === 'passes') current.passes.push(at);
    } else if (/^\s*Taint comes from:/.test(line)) part = 'source';
    else if (/^\s*Taint flows through/.test(line)) part = 'passes';
    else if (/^\s*This is how taint reaches/.test(line)) part = 'sink';
  }
  return traces;
}

/**
 * Gives each result its trace; none to any when the two outputs do not tell of the same results.
 *
 * @param lines the first line of each result, in the order of the report
 */
export function alignTraces(traces: readonly Trace[], lines: readonly number[]): readonly (Trace | undefined)[] {
  const same = traces.length === lines.length && traces.every((trace, index) => trace.line === lines[index]);
  return lines.map((_, index) => (same ? traces[index] : undefined));
}
