import { expect, it } from 'vitest';
import { models } from '../../lib/models/index.js';
import type { Model } from '../../lib/models/model.js';

const kinds = ['sinks', 'sources', 'summaries', 'sanitizers', 'guards', 'handlers', 'errors', 'adapters', 'shapes'] as const;

function line(model: Model): string {
  const [name = ''] = [model.module ?? model.global ?? ''].flat();
  const counts = kinds.flatMap(kind => (model[kind] === undefined ? [] : [`${kind} ${model[kind].length}`]));
  return `${name}: ${counts.join(', ')}`;
}

it('no entry of a model goes without a word: their numbers are kept beside the tests', async () => {
  const lines = models.map(line).sort();
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('inventory.txt');
});
