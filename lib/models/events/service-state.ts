import { defineEvent } from '../event-model.js';

/**
 * What AWS services say about themselves: alarms, scaling, builds and pipelines. Their names are the account's own.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-actions-Lambda.html
 */
export const serviceStateEvent = defineEvent({
  types: [
    'CloudWatchAlarmEvent',
    'AutoScalingScaleInEvent',
    'CodeBuildCloudWatchStateEvent',
    'CodePipelineCloudWatchEvent',
    'CodePipelineCloudWatchPipelineEvent',
    'CodePipelineCloudWatchStageEvent',
    'CodePipelineCloudWatchActionEvent',
  ],
  handlerTypes: [
    'CloudWatchAlarmHandler',
    'AutoScalingScaleInHandler',
    'CodeBuildCloudWatchStateHandler',
    'CodePipelineCloudWatchHandler',
    'CodePipelineCloudWatchPipelineHandler',
    'CodePipelineCloudWatchStageHandler',
    'CodePipelineCloudWatchActionHandler',
  ],
  service: 'CloudWatch',
  distinctive: ['alarmData', 'CapacityToTerminate'],
  typical: ['alarmArn', 'AutoScalingGroupARN'],
  fields: {},
  rest: 'trusted',
});
