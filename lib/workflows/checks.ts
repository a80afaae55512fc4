import type { Span } from '../templates/tree.js';
import { readGithubWorkflow, readGitlabPipeline, type LocalFiles } from './workflow.js';

/** Whether a path, with `/`, is a workflow of GitHub or a pipeline of GitLab. */
export const workflowKind = (path: string): 'github' | 'gitlab' | undefined => {
  if (/(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/i.test(path)) return 'github';
  return /(?:^|\/)(?:[\w.-]*\.gitlab-ci\.ya?ml|\.gitlab\/ci\/[^/]+\.ya?ml)$/i.test(path) ? 'gitlab' : undefined;
};

/** Stacks may hold anything: they count where the workflow says that it is about functions. */
const namesLambda = /\blambda|lambda\b|\bserverless\b|_lambda_/i;

/**
 * Checks a workflow.
 *
 * @returns where functions are deployed without an audit of their dependencies; undefined for a file that is no workflow. Throws a SyntaxProblem
 */
export function checkWorkflow(kind: 'github' | 'gitlab', text: string, files: LocalFiles): readonly Span[] | undefined {
  const workflow = kind === 'github' ? readGithubWorkflow(text, files) : readGitlabPipeline(text, files);
  if (workflow === undefined) return undefined;
  const { steps, isOpen } = workflow;
  const deployed = steps.find(({ deed }) => deed === 'deploy' || (deed === 'deploy-if-lambda' && namesLambda.test(text)));
  const isAudited = steps.some(({ deed }) => deed === 'audit');
  return deployed === undefined || isAudited || isOpen ? [] : [deployed.at];
}
