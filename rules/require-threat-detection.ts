import { defineConstructRule } from '../lib/rule/define-construct-rule.js';
import { isPartialDetector } from '../lib/templates/cdk-detection.js';

/** A GuardDuty detector of a CDK program without Lambda protection. */
export default defineConstructRule('require-threat-detection', {
  mention: /aws[-_]guardduty|aws-cdk-lib/u,
  problem: 'This detector leaves Lambda functions out.',
  isWrong: isPartialDetector,
});
