import type { Candidate, Finding } from '../candidate.js';

const modules =
  /^(?:aws-cdk-lib|aws-cdk|constructs|cdktf|sst)(?:\/|$)|^@(?:aws-cdk|cdktf|serverless-stack|pulumi)\/|^@aws-amplify\/backend(?:\/|$)/;

/** The configuration of a tool: `sst.config.ts`. */
const configuration = /\.config\.[cm]?[jt]s$/;

/** A function of a module that describes infrastructure (CDK, SST, Pulumi) or configures a tool, where nothing runs in Lambda but what is typed or called so. */
export function infrastructure(candidate: Candidate, finding: Finding): boolean {
  if (configuration.test(candidate.filename)) return true;
  return finding.certain === undefined && [...candidate.imports.values()].some(({ module }) => modules.test(module));
}
