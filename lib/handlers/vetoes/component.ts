import type { TSESTree } from '@typescript-eslint/utils';
import type { Candidate, Finding } from '../candidate.js';
import { isFunction, lastName } from '../candidate.js';
import { childrenOf } from '../children.js';

const userInterface = /^(?:react|react-dom|react-native|preact|vue|svelte|solid-js|next|@angular\/\w+|@remix-run\/react)(?:\/|$)/;

/** What renders components where there is no browser. */
const rendering = /^(?:react-dom\/server|preact-render-to-string|@react-email\/|vue\/server-renderer|@vue\/server-renderer)/;

function returnsMarkup(node: TSESTree.Node): boolean {
  if (isFunction(node)) return false;
  if (node.type === 'ReturnStatement') return node.argument?.type === 'JSXElement' || node.argument?.type === 'JSXFragment';
  return childrenOf(node).some(returnsMarkup);
}

/** A component, a hook, or a function of a module for the browser. */
export function component(candidate: Candidate, finding: Finding): boolean {
  const { body } = candidate.fn;
  if (body?.type === 'JSXElement' || body?.type === 'JSXFragment') return true;
  // Every element ends in one of these: the text is searched before the tree is walked.
  if (body?.type === 'BlockStatement' && /\/>|<\//.test(candidate.text(body)) && returnsMarkup(body)) return true;
  const client = candidate.program.body.some(node => node.type === 'ExpressionStatement' && node.directive === 'use client');
  if (client || /^use[A-Z]/.test(lastName(candidate.exportName) ?? '')) return true;
  const modules = [...candidate.imports.values()].map(({ module }) => module);
  return (
    finding.certain === undefined && modules.some(module => userInterface.test(module)) && !modules.some(module => rendering.test(module))
  );
}
