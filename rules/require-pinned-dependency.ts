import type { Rule } from 'eslint';
import { floatingIn } from '../lib/dependencies/manifest.js';
import { manifestVisitor, problemMessages } from '../lib/rule/manifest-visitor.js';
import { ruleMeta } from '../lib/rule/rule-meta.js';

const slug = 'require-pinned-dependency';

/** A dependency in package.json whose version can change without a change in the repository. */
const rule: Rule.RuleModule = {
  meta: { ...ruleMeta(slug), messages: problemMessages },
  create: context => manifestVisitor(slug, context, floatingIn),
};

export default rule;
