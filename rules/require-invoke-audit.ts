import { defineConstructRule } from '../lib/rule/define-construct-rule.js';
import { isSilentTrail } from '../lib/templates/cdk-detection.js';

/** A trail of a CDK program that does not record Lambda invocations. */
export default defineConstructRule('require-invoke-audit', {
  mention: /aws[-_]cloudtrail|aws-cdk-lib/u,
  problem: 'This trail does not record who invokes functions.',
  isWrong: isSilentTrail,
});
