import type { ESLint, Linter, Rule } from 'eslint';
import { recordReportDetails, type Tier } from '../../lib/rule/report-details.js';

/** Reports the argument of each call of one function, with a flow from the start of the file. */
const reportCallsOf = (name: string, ruleId: string, tier: Tier): Rule.RuleModule => ({
  meta: { messages: { found: 'The argument of {{name}} is not safe.' }, schema: [{ type: 'object' }] },
  create: context => ({
    CallExpression({ callee, arguments: [argument] }) {
      if (callee.type !== 'Identifier' || callee.name !== name || !argument?.loc) return;
      const { line, column } = argument.loc.start;
      const file = context.physicalFilename;
      const flow = [
        { file, line: 1, column: 1, message: 'the event' },
        { file, line, column: column + 1, message: `${name}()` },
      ];
      recordReportDetails(file, () => ({ ruleId, line, column: column + 1, tier, flow }));
      context.report({ node: argument, messageId: 'found', data: { name } });
    },
  }),
});

const throwing: Rule.RuleModule = {
  create: () => ({
    DebuggerStatement() {
      throw new Error('the rule met something it does not know');
    },
  }),
};

const plugin: ESLint.Plugin = {
  rules: {
    'no-command-injection': reportCallsOf('exec', 'no-command-injection', 'tainted'),
    'no-event-logging': reportCallsOf('log', 'no-event-logging', 'shape'),
    'no-sql-injection': reportCallsOf('query', 'no-sql-injection', 'dynamic'),
    'no-xxe': throwing,
  },
};

/** Stands for the plugin's configs: calls of exec are errors, of log warnings, of query `dynamic`; a debugger statement makes a rule fail. */
export const stubRules: Linter.Config[] = [
  {
    plugins: { 'lambda-security': plugin },
    rules: {
      'lambda-security/no-command-injection': 'error',
      'lambda-security/no-event-logging': 'warn',
      'lambda-security/no-sql-injection': 'error',
      'lambda-security/no-xxe': 'error',
    },
  },
];
