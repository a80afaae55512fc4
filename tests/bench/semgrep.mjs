// What the Python pack costs in CPU time, as a ratio to the rules of another folder on the same files.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');
const program = process.env['SEMGREP_PATH'] ?? path.join(root, '.venv/bin/semgrep');
const switches = ['--json', '--quiet', '--metrics', 'off', '--disable-version-check', '-j', '1', '--no-git-ignore'];

/** @returns CPU seconds of one run over the folder, with its child processes, and the rules and files that ran out of time. */
function cost(folder, config) {
  const report = `${folder}.json`;
  const args = [program, 'scan', '--config', config, ...switches, '--output', report, folder];
  const { status, stdout, stderr } = spawnSync('sh', ['-c', '"$@" || exit 1; times', 'sh', ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${config}: ${stderr}`);
  // `times` prints user and system time of the shell, then of its children: `0m1.20s 0m0.30s`.
  const [user, system] = [...(stdout.trim().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/gu)].map(
    ([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds),
  );
  const { errors } = JSON.parse(readFileSync(report, 'utf8'));
  return {
    seconds: user + system,
    timeouts: errors.filter(({ type }) => type === 'Timeout').map(({ rule_id: rule, path: file }) => `${rule} in ${file}`),
  };
}

/**
 * Runs `python`, and both folders of the pack, next to the peer's rules, in turn, so that a change of the machine's load meets all alike.
 * @returns lines to print
 */
export function compareWithPeer(folder, peer, pairs) {
  const pack = name => path.join(root, `dist/semgrep-rules/${name}.json`);
  const runs = { peer: [], python: [], 'python-opt-in': [] };
  const timeouts = new Set();
  for (let i = 0; i < pairs; i++) {
    for (const name of i % 2 === 0 ? Object.keys(runs) : Object.keys(runs).reverse()) {
      const { seconds, timeouts: late } = cost(folder, name === 'peer' ? peer : pack(name));
      runs[name].push(seconds);
      if (name !== 'peer') for (const one of late) timeouts.add(one);
    }
  }
  const median = list => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
  const base = median(runs.peer);
  return [
    ...Object.entries(runs).map(
      ([name, list]) => `${name.padEnd(14)} median ${median(list).toFixed(1)} s   ${(median(list) / base).toFixed(2)} times the peer`,
    ),
    `timeouts: ${timeouts.size === 0 ? 'none' : [...timeouts].join(', ')}`,
  ];
}
