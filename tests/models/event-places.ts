/**
 * Every place that an event's model lists, with all that is known of it: its trust (that of unlisted places below it in brackets, where it is
 * another), its form unless it may be any JSON, whether it is all that the sender sent, its name in messages, and what logging it would leak.
 */
export const eventPlaces: Readonly<Record<string, string>> = {
  ALBEvent: `
    body: controlled text whole "the request body"
    isBase64Encoded: trusted
    headers: controlled "the request headers" leaks the request headers
    headers/name: controlled string "a request header"
    multiValueHeaders: controlled "the request headers" leaks the request headers
    multiValueHeaders/name: controlled "a request header"
    multiValueHeaders/name/[0]: controlled string "a request header"
    queryStringParameters: controlled "the query string"
    queryStringParameters/name: controlled string "a query parameter"
    multiValueQueryStringParameters: controlled "the query string"
    multiValueQueryStringParameters/name: controlled "a query parameter"
    multiValueQueryStringParameters/name/[0]: controlled string "a query parameter"
    path: controlled string "the request path"
    httpMethod: trusted
    requestContext: trusted
  `,
  RequestEnvelope: `
    request: controlled (trusted) whole
    request/intent: controlled (trusted)
    request/intent/slots: controlled "the slots"
    request/intent/slots/name/name: trusted
    request/intent/slots/name/confirmationStatus: trusted
    request/intent/slots/name/value: controlled string "a slot value"
    request/arguments: controlled "the user event's arguments"
    request/message: controlled "the message"
    session/attributes: controlled "the session attributes"
    session/user: identity
    session/user/accessToken: identity leaks the user's access token
    context/System/user: identity
    context/System/user/accessToken: identity leaks the user's access token
    context/System/apiAccessToken: trusted leaks the API access token
  `,
  APIGatewayAuthorizerEvent: `
    headers: controlled "the request headers" leaks the request headers
    headers/name: controlled string "a request header"
    multiValueHeaders: controlled "the request headers" leaks the request headers
    multiValueHeaders/name: controlled "a request header"
    multiValueHeaders/name/[0]: controlled string "a request header"
    cookies: controlled "the cookies" leaks the cookies
    cookies/[0]: controlled string "a cookie" leaks a cookie
    queryStringParameters: controlled "the query string"
    queryStringParameters/name: controlled string "a query parameter"
    multiValueQueryStringParameters: controlled "the query string"
    multiValueQueryStringParameters/name: controlled "a query parameter"
    multiValueQueryStringParameters/name/[0]: controlled string "a query parameter"
    pathParameters: controlled "the path parameters"
    pathParameters/name: controlled string "a path parameter"
    path: controlled string "the request path"
    httpMethod: trusted
    resource: trusted
    stageVariables: trusted
    requestContext: trusted
    requestContext/path: controlled string "the request path"
    requestContext/authorizer: identity leaks the authorizer's claims
    requestContext/identity: trusted leaks the caller's identity
    requestContext/identity/userAgent: controlled string "the user agent"
    requestContext/identity/apiKey: identity leaks the API key
    requestContext/identity/accessKey: identity leaks the access key
    requestContext/identity/user: identity
    requestContext/identity/userArn: identity
    requestContext/identity/caller: identity
    requestContext/identity/cognitoIdentityId: identity
    requestContext/identity/cognitoAuthenticationProvider: identity
    requestContext/identity/clientCert: identity leaks the client certificate
    version: trusted
    routeKey: trusted
    rawPath: controlled string "the request path"
    rawQueryString: controlled string "the query string"
    requestContext/http/path: controlled string "the request path"
    requestContext/http/userAgent: controlled string "the user agent"
    requestContext/authentication: identity leaks the client certificate
    type: trusted
    methodArn: controlled string "the method ARN"
    routeArn: controlled string "the route ARN"
    authorizationToken: controlled string "the authorization token" leaks the authorization token
    identitySource: controlled "the identity source" leaks the identity source
    identitySource/[0]: controlled string "the identity source" leaks the identity source
  `,
  APIGatewayProxyEvent: `
    body: controlled text whole "the request body"
    isBase64Encoded: trusted
    headers: controlled "the request headers" leaks the request headers
    headers/name: controlled string "a request header"
    multiValueHeaders: controlled "the request headers" leaks the request headers
    multiValueHeaders/name: controlled "a request header"
    multiValueHeaders/name/[0]: controlled string "a request header"
    queryStringParameters: controlled "the query string"
    queryStringParameters/name: controlled string "a query parameter"
    multiValueQueryStringParameters: controlled "the query string"
    multiValueQueryStringParameters/name: controlled "a query parameter"
    multiValueQueryStringParameters/name/[0]: controlled string "a query parameter"
    pathParameters: controlled "the path parameters"
    pathParameters/name: controlled string "a path parameter"
    path: controlled string "the request path"
    httpMethod: trusted
    resource: trusted
    stageVariables: trusted
    requestContext: trusted
    requestContext/path: controlled string "the request path"
    requestContext/authorizer: identity leaks the authorizer's claims
    requestContext/identity: trusted leaks the caller's identity
    requestContext/identity/userAgent: controlled string "the user agent"
    requestContext/identity/apiKey: identity leaks the API key
    requestContext/identity/accessKey: identity leaks the access key
    requestContext/identity/user: identity
    requestContext/identity/userArn: identity
    requestContext/identity/caller: identity
    requestContext/identity/cognitoIdentityId: identity
    requestContext/identity/cognitoAuthenticationProvider: identity
    requestContext/identity/clientCert: identity leaks the client certificate
  `,
  APIGatewayProxyEventV2: `
    body: controlled text whole "the request body"
    isBase64Encoded: trusted
    headers: controlled "the request headers" leaks the request headers
    headers/name: controlled string "a request header"
    cookies: controlled "the cookies" leaks the cookies
    cookies/[0]: controlled string "a cookie" leaks a cookie
    queryStringParameters: controlled "the query string"
    queryStringParameters/name: controlled string "a query parameter"
    pathParameters: controlled "the path parameters"
    pathParameters/name: controlled string "a path parameter"
    version: trusted
    routeKey: trusted
    rawPath: controlled string "the request path"
    rawQueryString: controlled string "the query string"
    stageVariables: trusted
    requestContext: trusted
    requestContext/http/path: controlled string "the request path"
    requestContext/http/userAgent: controlled string "the user agent"
    requestContext/authorizer: identity leaks the authorizer's claims
    requestContext/authentication: identity leaks the client certificate
  `,
  AppSyncArguments: `
    .: controlled whole "the GraphQL arguments"
    name: controlled "a GraphQL argument"
  `,
  AppSyncAuthorizerEvent: `
    authorizationToken: controlled string "the authorization token" leaks the authorization token
    requestContext: trusted
    requestContext/queryString: controlled string "the GraphQL document"
    requestContext/operationName: controlled string "the operation name"
    requestContext/variables: controlled whole "the GraphQL variables"
    requestHeaders: controlled "the request headers" leaks the request headers
    requestHeaders/name: controlled string "a request header"
  `,
  'AppSyncResolverEvent[]': `
    [0]/arguments: controlled whole "the GraphQL arguments"
    [0]/arguments/name: controlled "a GraphQL argument"
    [0]/source: controlled "the parent object"
    [0]/prev/result: controlled "the previous function's result"
    [0]/request/headers: controlled "the request headers" leaks the request headers
    [0]/request/headers/name: controlled string "a request header"
    [0]/identity: identity leaks the caller's identity
    [0]/identity/sourceIp: trusted
    [0]/info/variables: controlled whole "the GraphQL variables"
    [0]/info/selectionSetList: controlled "the selection set"
    [0]/info/selectionSetGraphQL: controlled string "the selection set"
  `,
  AppSyncResolverEvent: `
    arguments: controlled whole "the GraphQL arguments"
    arguments/name: controlled "a GraphQL argument"
    source: controlled "the parent object"
    prev/result: controlled "the previous function's result"
    request/headers: controlled "the request headers" leaks the request headers
    request/headers/name: controlled string "a request header"
    identity: identity leaks the caller's identity
    identity/sourceIp: trusted
    info/variables: controlled whole "the GraphQL variables"
    info/selectionSetList: controlled "the selection set"
    info/selectionSetGraphQL: controlled string "the selection set"
  `,
  AppSyncEventsPublishEvent: `
    info/channel: controlled "the channel"
    info/channel/path: controlled string "the channel path"
    events: controlled whole "the published events"
    events/[0]/id: trusted
    events/[0]/payload: controlled whole "the published event"
    request/headers: controlled "the request headers" leaks the request headers
    request/headers/name: controlled string "a request header"
    identity: identity leaks the caller's identity
  `,
  BedrockAgentEvent: `
    parameters: controlled whole "the agent's parameters"
    parameters/[0]/name: trusted
    parameters/[0]/type: trusted
    parameters/[0]/value: controlled string "the agent's parameter"
    requestBody: controlled whole "the request body"
    inputText: controlled string "the user's words"
    apiPath: controlled string "the API path"
    sessionAttributes: controlled "the session attributes"
    promptSessionAttributes: controlled "the prompt session attributes"
  `,
  CloudFormationCustomResourceEvent: `
    .: trusted whole
    ResponseURL: trusted leaks the pre-signed response URL
  `,
  CloudWatchLogsDecodedData: `
    logEvents: controlled (trusted) whole
    logEvents/[0]: controlled (trusted) whole
    logEvents/[0]/message: controlled text whole "the log line"
    logEvents/[0]/extractedFields: controlled "the log line's fields"
  `,
  CloudWatchLogsEvent: `
    awslogs: controlled whole
    awslogs/data: controlled text whole "the log data"
  `,
  CodeCommitTriggerEvent: `
    Records: controlled (trusted) whole
    Records/[0]: controlled (trusted) whole
    Records/[0]/codecommit/references/[0]/ref: controlled string "the Git reference"
  `,
  CodePipelineEvent: `
    CodePipeline.job: controlled (trusted) whole
    CodePipeline.job/data: controlled (trusted) whole
    CodePipeline.job/data/actionConfiguration/configuration/UserParameters: controlled text "the pipeline's user parameters"
    CodePipeline.job/data/artifactCredentials: trusted leaks the artifact credentials
    CodePipeline.job/data/artifactCredentials/secretAccessKey: trusted leaks the secret access key
    CodePipeline.job/data/artifactCredentials/sessionToken: trusted leaks the session token
  `,
  CognitoUserPoolTriggerEvent: `
    triggerSource: trusted
    callerContext: trusted
    userName: controlled string "the user name"
    request: controlled whole
    request/userAttributes: controlled "the user attributes"
    request/userAttributes/name: controlled string "a user attribute"
    request/userAttributes/sub: trusted
    request/userAttributes/email_verified: trusted
    request/userAttributes/phone_number_verified: trusted
    request/userAttributes/cognito:user_status: trusted
    request/clientMetadata: controlled "the client metadata" leaks the client metadata
    request/clientMetadata/name: controlled string "the client metadata"
    request/validationData: controlled "the validation data"
    request/validationData/name: controlled string "the validation data"
    request/password: controlled string "the password" leaks the password
    request/challengeAnswer: controlled string "the challenge answer" leaks the challenge answer
    request/privateChallengeParameters: trusted leaks the expected challenge answer
    request/code: trusted leaks the confirmation code
    request/codeParameter: trusted leaks the confirmation code
    request/linkParameter: trusted leaks the confirmation link
    request/groupConfiguration: identity
    request/scopes: identity
    request/newDeviceUsed: trusted
    request/userNotFound: trusted
    request/challengeName: trusted
    request/session: trusted
    request/type: trusted
  `,
  ConfigRuleEvent: `
    invokingEvent: controlled text whole "the invoking event"
    resultToken: trusted leaks the result token
  `,
  ConnectContactFlowEvent: `
    Details: controlled (trusted) whole
    Details/ContactData: controlled (trusted) whole
    Details/ContactData/Attributes: controlled "the contact attributes"
    Details/ContactData/Attributes/name: controlled string "a contact attribute"
    Details/ContactData/CustomerEndpoint/Address: controlled string "the caller's address"
    Details/Parameters: controlled "the contact flow's parameters"
    Details/Parameters/name: controlled string "a contact flow parameter"
  `,
  DocumentDBEvent: `
    events: controlled (trusted) whole
    events/[0]: controlled (trusted) whole
    events/[0]/event: controlled (trusted) whole
    events/[0]/event/fullDocument: controlled whole "the document"
    events/[0]/event/updateDescription: controlled "the document's changes"
  `,
  DynamoDBStreamEvent: `
    Records: controlled (trusted) whole
    Records/[0]: controlled (trusted) whole
    Records/[0]/dynamodb: controlled (trusted) whole
    Records/[0]/dynamodb/NewImage: controlled whole "the new item"
    Records/[0]/dynamodb/OldImage: controlled whole "the old item"
    Records/[0]/dynamodb/Keys: controlled "the item's keys"
    Records/[0]/dynamodb/NewImage/name/S: controlled string "an item attribute"
    Records/[0]/dynamodb/NewImage/name/N: trusted
    Records/[0]/dynamodb/NewImage/name/BOOL: trusted
    Records/[0]/dynamodb/OldImage/name/S: controlled string "an item attribute"
    Records/[0]/dynamodb/OldImage/name/N: trusted
    Records/[0]/dynamodb/OldImage/name/BOOL: trusted
    Records/[0]/dynamodb/Keys/name/S: controlled string "an item key"
    Records/[0]/dynamodb/Keys/name/N: trusted
  `,
  EventBridgeEvent: `
    detail: controlled whole "the event detail"
    detail-type: controlled string "the detail type"
  `,
  ExpressRequest: `
    body: controlled whole "the request body"
    rawBody: controlled text whole "the request body"
    query: controlled "the query string"
    query/name: controlled "a query parameter"
    params: controlled "the path parameters"
    params/name: controlled string "a path parameter"
    headers: controlled "the request headers" leaks the request headers
    headers/name: controlled string "a request header"
    rawHeaders: controlled "the request headers" leaks the request headers
    cookies: controlled "the cookies" leaks the cookies
    cookies/name: controlled string "a cookie" leaks a cookie
    signedCookies: identity leaks the cookies
    url: controlled string "the request path"
    originalUrl: controlled string "the request path"
    path: controlled string "the request path"
    hostname: controlled string "the Host header"
    host: controlled string "the Host header"
    file/originalname: controlled string "the uploaded file's name"
    file/buffer: controlled text "the uploaded file"
    files: controlled "the uploaded files"
    user: identity
    auth: identity
    session: identity
    apiGateway/event: controlled whole "the event"
    apiGateway/event/requestContext: trusted
    apiGateway/event/requestContext/authorizer: identity leaks the authorizer's claims
    apiGateway/event/stageVariables: trusted
    apiGateway/event/headers: controlled "the request headers" leaks the request headers
    apiGateway/event/body: controlled text whole "the request body"
    event: controlled whole "the event"
    event/requestContext: trusted
    event/requestContext/authorizer: identity leaks the authorizer's claims
    event/stageVariables: trusted
    event/headers: controlled "the request headers" leaks the request headers
    event/body: controlled text whole "the request body"
  `,
  FastifyRequest: `
    body: controlled whole "the request body"
    query: controlled "the query string"
    query/name: controlled "a query parameter"
    params: controlled "the path parameters"
    params/name: controlled string "a path parameter"
    headers: controlled "the request headers" leaks the request headers
    headers/name: controlled string "a request header"
    cookies: controlled "the cookies" leaks the cookies
    cookies/name: controlled string "a cookie" leaks a cookie
    url: controlled string "the request path"
    originalUrl: controlled string "the request path"
    hostname: controlled string "the Host header"
    host: controlled string "the Host header"
    user: identity
    awsLambda/event: controlled whole "the event"
    awsLambda/event/requestContext: trusted
    awsLambda/event/requestContext/authorizer: identity leaks the authorizer's claims
    awsLambda/event/stageVariables: trusted
    awsLambda/event/headers: controlled "the request headers" leaks the request headers
    awsLambda/event/body: controlled text whole "the request body"
  `,
  FirehoseTransformationEvent: `
    records: controlled (trusted) whole
    records/[0]: controlled (trusted) whole
    records/[0]/data: controlled text whole "the Firehose record data"
    records/[0]/kinesisRecordMetadata/partitionKey: controlled string "the partition key"
  `,
  GuardDutyScanResultNotificationEvent: `
    detail: controlled (trusted) whole
    detail/s3ObjectDetails/objectKey: controlled string "the S3 object key"
  `,
  HonoContext: `
    req/query: controlled "the query string"
    req/query/name: controlled "a query parameter"
    req/queries: controlled "the query string"
    req/queries/name: controlled "a query parameter"
    req/param: controlled "the path parameters"
    req/param/name: controlled string "a path parameter"
    req/header: controlled "the request headers" leaks the request headers
    req/header/name: controlled string "a request header"
    req/json: controlled whole "the request body"
    req/parseBody: controlled whole "the request body"
    req/formData: controlled whole "the request body"
    req/text: controlled text whole "the request body"
    req/arrayBuffer: controlled text whole "the request body"
    req/blob: controlled whole "the request body"
    req/valid: controlled "the validated request data"
    req/url: controlled string "the request URL"
    req/path: controlled string "the request path"
    req/raw: controlled (trusted) whole
    req/raw/headers: controlled "the request headers" leaks the request headers
    req/raw/headers/name: controlled string "a request header"
    req/raw/url: controlled string "the request URL"
    req/raw/body: controlled whole "the request body"
    env/event: controlled whole "the event"
    env/event/requestContext: trusted
    env/event/requestContext/authorizer: identity leaks the authorizer's claims
    env/event/stageVariables: trusted
    env/event/headers: controlled "the request headers" leaks the request headers
    env/event/body: controlled text whole "the request body"
  `,
  HttpRequestEvent: `
    body: controlled text whole "the request body"
    isBase64Encoded: trusted
    headers: controlled "the request headers" leaks the request headers
    headers/name: controlled string "a request header"
    multiValueHeaders: controlled "the request headers" leaks the request headers
    multiValueHeaders/name: controlled "a request header"
    multiValueHeaders/name/[0]: controlled string "a request header"
    cookies: controlled "the cookies" leaks the cookies
    cookies/[0]: controlled string "a cookie" leaks a cookie
    queryStringParameters: controlled "the query string"
    queryStringParameters/name: controlled string "a query parameter"
    multiValueQueryStringParameters: controlled "the query string"
    multiValueQueryStringParameters/name: controlled "a query parameter"
    multiValueQueryStringParameters/name/[0]: controlled string "a query parameter"
    pathParameters: controlled "the path parameters"
    pathParameters/name: controlled string "a path parameter"
    path: controlled string "the request path"
    httpMethod: trusted
    resource: trusted
    stageVariables: trusted
    requestContext: trusted
    requestContext/path: controlled string "the request path"
    requestContext/authorizer: identity leaks the authorizer's claims
    requestContext/identity: trusted leaks the caller's identity
    requestContext/identity/userAgent: controlled string "the user agent"
    requestContext/identity/apiKey: identity leaks the API key
    requestContext/identity/accessKey: identity leaks the access key
    requestContext/identity/user: identity
    requestContext/identity/userArn: identity
    requestContext/identity/caller: identity
    requestContext/identity/cognitoIdentityId: identity
    requestContext/identity/cognitoAuthenticationProvider: identity
    requestContext/identity/clientCert: identity leaks the client certificate
    version: trusted
    routeKey: trusted
    rawPath: controlled string "the request path"
    rawQueryString: controlled string "the query string"
    requestContext/http/path: controlled string "the request path"
    requestContext/http/userAgent: controlled string "the user agent"
    requestContext/authentication: identity leaks the client certificate
  `,
  IoTCustomAuthorizerEvent: `
    signatureVerified: trusted
    protocols: trusted
    connectionMetadata: trusted
    token: controlled string "the device token" leaks the device token
    protocolData/http/headers: controlled "the request headers" leaks the request headers
    protocolData/http/headers/name: controlled string "a request header"
    protocolData/http/queryString: controlled string "the query string"
    protocolData/mqtt/username: controlled string "the MQTT user name"
    protocolData/mqtt/password: controlled text "the MQTT password" leaks the MQTT password
    protocolData/mqtt/clientId: controlled string "the MQTT client id"
    protocolData/tls/serverName: controlled string "the server name"
  `,
  IoTPreProvisioningHookEvent: `
    parameters: controlled "the provisioning parameters"
    parameters/name: controlled string "a provisioning parameter"
    clientId: controlled string "the MQTT client id"
  `,
  MSKEvent: `
    records: controlled whole
    records/name: controlled (trusted) whole
    records/name/[0]: controlled (trusted) whole
    records/name/[0]/value: controlled text whole "the Kafka record value"
    records/name/[0]/key: controlled text "the Kafka record key"
    records/name/[0]/headers: controlled "the Kafka record headers"
    records/[0]: controlled (trusted) whole
    records/[0]/value: controlled whole "the Kafka record value"
    records/[0]/key: controlled "the Kafka record key"
    records/[0]/headers: controlled "the Kafka record headers"
  `,
  KinesisStreamEvent: `
    Records: controlled (trusted) whole
    Records/[0]: controlled (trusted) whole
    Records/[0]/kinesis: controlled (trusted) whole
    Records/[0]/kinesis/data: controlled text whole "the Kinesis record data"
    Records/[0]/kinesis/partitionKey: controlled string "the partition key"
    state: controlled
  `,
  KoaContext: `
    query: controlled "the query string"
    query/name: controlled "a query parameter"
    request/query: controlled "the query string"
    request/query/name: controlled "a query parameter"
    params: controlled "the path parameters"
    params/name: controlled string "a path parameter"
    headers: controlled "the request headers" leaks the request headers
    headers/name: controlled string "a request header"
    header: controlled "the request headers" leaks the request headers
    header/name: controlled string "a request header"
    request/headers: controlled "the request headers" leaks the request headers
    request/headers/name: controlled string "a request header"
    request/header: controlled "the request headers" leaks the request headers
    request/header/name: controlled string "a request header"
    request/body: controlled whole "the request body"
    request/rawBody: controlled text whole "the request body"
    querystring: controlled string "the query string"
    search: controlled string "the query string"
    url: controlled string "the request path"
    originalUrl: controlled string "the request path"
    path: controlled string "the request path"
    href: controlled string "the request path"
    host: controlled string "the Host header"
    hostname: controlled string "the Host header"
    state/user: identity
    req/apiGateway/event: controlled whole "the event"
    req/apiGateway/event/requestContext: trusted
    req/apiGateway/event/requestContext/authorizer: identity leaks the authorizer's claims
    req/apiGateway/event/stageVariables: trusted
    req/apiGateway/event/headers: controlled "the request headers" leaks the request headers
    req/apiGateway/event/body: controlled text whole "the request body"
  `,
  LambdaApiRequest: `
    body: controlled whole "the request body"
    rawBody: controlled text whole "the request body"
    query: controlled "the query string"
    query/name: controlled "a query parameter"
    multiValueQuery: controlled "the query string"
    multiValueQuery/name: controlled "a query parameter"
    params: controlled "the path parameters"
    params/name: controlled string "a path parameter"
    headers: controlled "the request headers" leaks the request headers
    headers/name: controlled string "a request header"
    rawHeaders: controlled "the request headers" leaks the request headers
    rawHeaders/name: controlled string "a request header"
    multiValueHeaders: controlled "the request headers" leaks the request headers
    multiValueHeaders/name: controlled string "a request header"
    cookies: controlled "the cookies" leaks the cookies
    cookies/name: controlled string "a cookie" leaks a cookie
    path: controlled string "the request path"
    userAgent: controlled string "the user agent"
    auth: controlled leaks the Authorization header
    requestContext/authorizer: identity leaks the authorizer's claims
    app/_event: controlled whole "the event"
    app/_event/requestContext: trusted
    app/_event/requestContext/authorizer: identity leaks the authorizer's claims
    app/_event/stageVariables: trusted
    app/_event/headers: controlled "the request headers" leaks the request headers
    app/_event/body: controlled text whole "the request body"
  `,
  Context: `
    .: trusted
    clientContext: controlled "the client context"
    clientContext/custom: controlled "the client context's custom data"
    clientContext/Custom: controlled "the client context's custom data"
    identity: identity
    tenantId: identity
  `,
  CloudFrontRequestEvent: `
    Records: controlled (trusted) whole
    Records/[0]: controlled (trusted) whole
    Records/[0]/cf: controlled (trusted) whole
    Records/[0]/cf/request: controlled (trusted) whole
    Records/[0]/cf/request/uri: controlled string "the request path"
    Records/[0]/cf/request/querystring: controlled string "the query string"
    Records/[0]/cf/request/headers: controlled "the request headers" leaks the request headers
    Records/[0]/cf/request/headers/name: controlled "a request header"
    Records/[0]/cf/request/headers/name/[0]/key: trusted
    Records/[0]/cf/request/headers/name/[0]/value: controlled string "a request header"
    Records/[0]/cf/request/body: controlled (trusted) whole
    Records/[0]/cf/request/body/data: controlled text whole "the request body"
  `,
  LexEvent: `
    currentIntent: controlled (trusted) whole
    currentIntent/slots: controlled "the slots"
    currentIntent/slots/name: controlled string "a slot value"
    currentIntent/slotDetails: controlled "the slots"
    inputTranscript: controlled string "the user's words"
    sessionAttributes: controlled "the session attributes"
    sessionAttributes/name: controlled string "a session attribute"
    requestAttributes: controlled "the request attributes"
    requestAttributes/name: controlled string "a request attribute"
    userId: controlled string "the user id"
  `,
  LexV2Event: `
    inputTranscript: controlled string "the user's words"
    sessionId: controlled string "the session id"
    requestAttributes: controlled "the request attributes"
    requestAttributes/name: controlled string "a request attribute"
    interpretations: controlled (trusted) whole
    interpretations/[0]/intent/slots: controlled "the slots"
    interpretations/[0]/intent/slots/name: controlled "a slot value"
    sessionState: controlled (trusted) whole
    sessionState/intent/slots: controlled "the slots"
    sessionState/intent/slots/name: controlled "a slot value"
    sessionState/sessionAttributes: controlled "the session attributes"
    sessionState/sessionAttributes/name: controlled string "a session attribute"
    proposedNextState/intent/slots: controlled "the slots"
    transcriptions: controlled "the user's words"
  `,
  ActiveMQEvent: `
    messages: controlled (trusted) whole
    messages/[0]: controlled (trusted) whole
    messages/[0]/data: controlled text whole "the message data"
    messages/[0]/properties: controlled "the message properties"
    messages/[0]/correlationId: controlled string "the correlation id"
    rmqMessagesByQueue: controlled whole
    rmqMessagesByQueue/name: controlled (trusted) whole
    rmqMessagesByQueue/name/[0]: controlled (trusted) whole
    rmqMessagesByQueue/name/[0]/data: controlled text whole "the message data"
    rmqMessagesByQueue/name/[0]/basicProperties: controlled "the message properties"
  `,
  PowertoolsRouterContext: `
    params: controlled "the path parameters"
    params/name: controlled string "a path parameter"
    req: controlled (trusted) whole
    req/headers: controlled "the request headers" leaks the request headers
    req/headers/name: controlled string "a request header"
    req/url: controlled string "the request URL"
    req/body: controlled whole "the request body"
    req/json: controlled whole "the request body"
    req/formData: controlled whole "the request body"
    req/text: controlled text whole "the request body"
    req/arrayBuffer: controlled text whole "the request body"
    valid/req: controlled "the validated request data"
    event: controlled whole "the event"
    event/requestContext: trusted
    event/requestContext/authorizer: identity leaks the authorizer's claims
    event/stageVariables: trusted
    event/headers: controlled "the request headers" leaks the request headers
    event/body: controlled text whole "the request body"
  `,
  S3BatchEvent: `
    tasks: controlled (trusted) whole
    tasks/[0]: controlled (trusted) whole
    tasks/[0]/s3Key: controlled string "the S3 object key"
  `,
  S3Event: `
    Records: controlled (trusted) whole
    Records/[0]: controlled (trusted) whole
    Records/[0]/s3/object/key: controlled string "the S3 object key"
  `,
  S3NotificationEvent: `
    detail: controlled (trusted) whole
    detail/object/key: controlled string "the S3 object key"
  `,
  S3ObjectLambdaEvent: `
    userRequest: controlled whole
    userRequest/url: controlled string "the request URL"
    userRequest/headers: controlled "the request headers" leaks the request headers
    userRequest/headers/name: controlled string "a request header"
    getObjectContext/inputS3Url: trusted leaks the pre-signed object URL
    getObjectContext/outputToken: trusted leaks the output token
    userIdentity: identity
  `,
  SESEvent: `
    Records: controlled (trusted) whole
    Records/[0]: controlled (trusted) whole
    Records/[0]/ses: controlled (trusted) whole
    Records/[0]/ses/mail: controlled whole "the e-mail"
    Records/[0]/ses/mail/messageId: trusted
    Records/[0]/ses/mail/timestamp: trusted
    Records/[0]/ses/mail/headersTruncated: trusted
    Records/[0]/ses/mail/source: controlled string "the e-mail's sender"
    Records/[0]/ses/mail/destination: controlled "the e-mail's recipients"
    Records/[0]/ses/mail/destination/[0]: controlled string "the e-mail's recipient"
    Records/[0]/ses/mail/headers: controlled "the e-mail's headers"
    Records/[0]/ses/mail/headers/[0]/value: controlled string "an e-mail header"
    Records/[0]/ses/mail/commonHeaders: controlled "the e-mail's headers"
    Records/[0]/ses/mail/commonHeaders/subject: controlled string "the e-mail's subject"
    Records/[0]/ses/mail/commonHeaders/from: controlled "the e-mail's sender"
    Records/[0]/ses/mail/commonHeaders/from/[0]: controlled string "the e-mail's sender"
    Records/[0]/ses/receipt/recipients: controlled "the e-mail's recipients"
  `,
  SNSEvent: `
    Records: controlled (trusted) whole
    Records/[0]: controlled (trusted) whole
    Records/[0]/Sns: controlled (trusted) whole
    Records/[0]/Sns/Message: controlled text whole "the SNS message"
    Records/[0]/Sns/Subject: controlled string "the SNS subject"
    Records/[0]/Sns/MessageAttributes: controlled "the SNS message attributes"
    Records/[0]/Sns/MessageAttributes/name: controlled "an SNS message attribute"
    Records/[0]/Sns/MessageAttributes/name/Type: trusted
    Records/[0]/Sns/MessageAttributes/name/Value: controlled string "an SNS message attribute"
  `,
  SQSEvent: `
    Records: controlled (trusted) whole
    Records/[0]: controlled (trusted) whole
    Records/[0]/body: controlled text whole "the SQS message body"
    Records/[0]/messageAttributes: controlled "the SQS message attributes"
    Records/[0]/messageAttributes/name: controlled "an SQS message attribute"
    Records/[0]/messageAttributes/name/dataType: trusted
    Records/[0]/messageAttributes/name/stringValue: controlled string "an SQS message attribute"
    Records/[0]/messageAttributes/name/binaryValue: controlled text "an SQS message attribute"
    Records/[0]/attributes: trusted
    Records/[0]/attributes/MessageGroupId: controlled string "the SQS message group id"
    Records/[0]/attributes/MessageDeduplicationId: controlled string "the SQS deduplication id"
  `,
  TransferFamilyAuthorizerEvent: `
    username: controlled string "the user name"
    password: controlled string "the password" leaks the password
  `,
  VPCLatticeEvent: `
    body: controlled text whole "the request body"
    isBase64Encoded: trusted
    is_base64_encoded: trusted
    headers: controlled "the request headers" leaks the request headers
    headers/name: controlled string "a request header"
    headers/name/[0]: controlled string "a request header"
    method: controlled string "the request method"
    path: controlled string "the request path"
    raw_path: controlled string "the request path"
    queryStringParameters: controlled "the query string"
    queryStringParameters/name: controlled "a query parameter"
    queryStringParameters/name/[0]: controlled string "a query parameter"
    query_string_parameters: controlled "the query string"
    query_string_parameters/name: controlled string "a query parameter"
    requestContext: trusted
    requestContext/identity: identity leaks the caller's identity
  `,
  WebRequest: `
    headers: controlled "the request headers" leaks the request headers
    headers/name: controlled string "a request header"
    url: controlled string "the request URL"
    body: controlled whole "the request body"
    json: controlled whole "the request body"
    formData: controlled whole "the request body"
    text: controlled text whole "the request body"
    arrayBuffer: controlled text whole "the request body"
  `,
  APIGatewayProxyWebsocketEventV2: `
    body: controlled text whole "the WebSocket message"
    isBase64Encoded: trusted
    headers: controlled "the request headers" leaks the request headers
    headers/name: controlled string "a request header"
    multiValueHeaders: controlled "the request headers" leaks the request headers
    multiValueHeaders/name: controlled "a request header"
    multiValueHeaders/name/[0]: controlled string "a request header"
    queryStringParameters: controlled "the query string"
    queryStringParameters/name: controlled string "a query parameter"
    multiValueQueryStringParameters: controlled "the query string"
    multiValueQueryStringParameters/name: controlled "a query parameter"
    multiValueQueryStringParameters/name/[0]: controlled string "a query parameter"
    stageVariables: trusted
    requestContext: trusted
    requestContext/authorizer: identity leaks the authorizer's claims
    requestContext/identity: trusted leaks the caller's identity
    requestContext/identity/userAgent: controlled string "the user agent"
  `,
  WorkMailEvent: `
    envelope: controlled whole "the e-mail's envelope"
    envelope/mailFrom/address: controlled string "the e-mail's sender"
    envelope/recipients/[0]/address: controlled string "the e-mail's recipient"
    sender: controlled "the e-mail's sender"
    subject: controlled string "the e-mail's subject"
  `,
};
