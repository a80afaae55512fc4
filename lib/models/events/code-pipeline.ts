import { defineEvent } from '../event-model.js';

/**
 * CodePipeline's Lambda action. The job carries temporary credentials for the artifacts.
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/actions-invoke-lambda-function.html
 */
export const codePipelineEvent = defineEvent({
  types: ['CodePipelineEvent'],
  handlerTypes: ['CodePipelineHandler'],
  service: 'CodePipeline',
  distinctive: ['["CodePipeline.job"]'],
  fields: {
    '["CodePipeline.job"]': { trust: 'controlled', below: 'trusted', whole: true },
    '["CodePipeline.job"].data': { trust: 'controlled', below: 'trusted', whole: true },
    '["CodePipeline.job"].data.actionConfiguration.configuration.UserParameters': {
      trust: 'controlled',
      label: "the pipeline's user parameters",
      form: 'text',
    },
    '["CodePipeline.job"].data.artifactCredentials': { trust: 'trusted', sensitive: 'the artifact credentials' },
    '["CodePipeline.job"].data.artifactCredentials.secretAccessKey': { trust: 'trusted', sensitive: 'the secret access key' },
    '["CodePipeline.job"].data.artifactCredentials.sessionToken': { trust: 'trusted', sensitive: 'the session token' },
  },
  rest: 'trusted',
});
