/**
 * Every rule, once, for every language. ESLint meta, configs, doc headers, the README table and the Semgrep metadata are derived from it.
 * A leaf: it imports nothing, and anyone may import it.
 */

/**
 * `js` is JavaScript and TypeScript; `pkg` is package.json; `req` is requirements files and pyproject.toml; `image` is a Dockerfile;
 * `tpl` is SAM, CloudFormation, serverless.yml, Terraform and CDK; `wf` is a CI workflow.
 */
export type Language = 'js' | 'py' | 'pkg' | 'req' | 'image' | 'tpl' | 'wf';

export type Category = 'injection' | 'boundary' | 'exposure' | 'secrets' | 'isolation' | 'dependencies' | 'image' | 'detection';

export type Severity = 'error' | 'warning';

/** How likely a report is to be right, in Semgrep's three words. */
export type Confidence = 'high' | 'medium' | 'low';

/** Categories of the OWASP Serverless Top 10. https://owasp.org/www-project-serverless-top-10/ */
export type OwaspCategory =
  | 'S1:2017 Injection'
  | 'S3:2017 Sensitive Data Exposure'
  | 'S4:2017 XML External Entities (XXE)'
  | 'S5:2017 Broken Access Control'
  | 'S6:2017 Security Misconfiguration'
  | 'S7:2017 Cross-Site Scripting (XSS)'
  | 'S8:2017 Insecure Deserialization'
  | 'S9:2017 Using Components with Known Vulnerabilities'
  | 'S10:2017 Insufficient Logging and Monitoring';

/** The closed list of options beside `dynamic`, which every rule with a dynamic tier has. */
export type RuleOption = 'allowValidationErrors' | 'jsonLogs' | 'tenantKeys' | 'allFiles' | 'buildStages';

export interface CatalogueEntry {
  /** `Disallow ...` or `Require ...`, without a full stop. */
  readonly title: string;
  /** What an attacker gains, in one sentence. */
  readonly problem: string;
  /** What to write instead, in one sentence. */
  readonly advice: string;
  /** The number of the weakness in https://cwe.mitre.org/; absent where no entry fits. */
  readonly cwe?: number;
  readonly owasp: OwaspCategory;
  readonly category: Category;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** Whether `recommended` holds it; `all` holds every rule. */
  readonly recommended: boolean;
  /** Present on rules that also report text assembled at run time from parts of unknown origin. */
  readonly dynamic?: { readonly problem: string };
  readonly languages: readonly Language[];
  /** Languages whose rule does not exist yet: they appear in no config, table or page. */
  readonly planned?: readonly Language[];
  /** Of `py`: the scan reads the files itself, because a pattern cannot say what the rule looks for. */
  readonly readByScan?: readonly Language[];
  readonly options?: readonly RuleOption[];
  /** The vendor's or OWASP's page; the CWE page is derived from `cwe`. */
  readonly references: readonly string[];
}

export const catalogue = {
  'no-command-injection': {
    title: 'Disallow OS commands built from untrusted data',
    problem: "This command line contains data from the event; its sender can run commands with the function's role.",
    advice: 'Pass the value as its own argument, without a shell.',
    cwe: 78,
    owasp: 'S1:2017 Injection',
    category: 'injection',
    severity: 'error',
    confidence: 'high',
    recommended: true,
    dynamic: {
      problem:
        "This command line is assembled at run time; if any part of it comes from a caller, that caller can run commands with the function's role.",
    },
    languages: ['js', 'py'],
    references: [
      'https://cheatsheetseries.owasp.org/cheatsheets/OS_Command_Injection_Defense_Cheat_Sheet.html',
      'https://nodejs.org/api/child_process.html',
      'https://docs.python.org/3/library/subprocess.html#security-considerations',
    ],
  },
  'no-code-injection': {
    title: 'Disallow code built from untrusted data',
    problem: "This code is built from data of the event; its sender can run any code with the function's role.",
    advice: 'Parse the value as data (JSON, a literal parser), or look the operation up in a fixed table.',
    cwe: 95,
    owasp: 'S1:2017 Injection',
    category: 'injection',
    severity: 'error',
    confidence: 'high',
    recommended: true,
    dynamic: {
      problem:
        "This code is assembled at run time; if any part of it comes from a caller, that caller can run any code with the function's role.",
    },
    languages: ['js', 'py'],
    references: [
      'https://owasp.org/www-community/attacks/Code_Injection',
      'https://nodejs.org/api/vm.html',
      'https://docs.python.org/3/library/ast.html#ast.literal_eval',
    ],
  },
  'no-dynamic-module-load': {
    title: 'Disallow loading modules whose name comes from untrusted data',
    problem: "The event chooses which module is loaded; its sender can run any file that the function can read, with the function's role.",
    advice: 'Look the module up in a fixed table of modules that are loaded by name.',
    cwe: 829,
    owasp: 'S1:2017 Injection',
    category: 'injection',
    severity: 'error',
    confidence: 'high',
    recommended: true,
    languages: ['js', 'py'],
    references: [
      'https://nodejs.org/api/modules.html#requireid',
      'https://docs.python.org/3/library/importlib.html#importlib.import_module',
    ],
  },
  'no-template-injection': {
    title: 'Disallow templates built from untrusted data',
    problem: "Data from the event becomes part of a template's source; its sender can run template code with the function's role.",
    advice: 'Keep the template constant and pass the value as template data.',
    cwe: 1336,
    owasp: 'S1:2017 Injection',
    category: 'injection',
    severity: 'error',
    confidence: 'high',
    recommended: true,
    languages: ['js', 'py'],
    references: [
      'https://owasp.org/www-project-web-security-testing-guide/latest/4-Web_Application_Security_Testing/07-Input_Validation_Testing/18-Testing_for_Server_Side_Template_Injection',
      'https://jinja.palletsprojects.com/en/stable/sandbox/',
    ],
  },
  'no-sql-injection': {
    title: 'Disallow SQL built from untrusted data',
    problem: 'This query text contains data from the event; its sender can read or change whatever the database user may.',
    advice: 'Use a placeholder and pass the value separately; choose table and column names from a fixed list.',
    cwe: 89,
    owasp: 'S1:2017 Injection',
    category: 'injection',
    severity: 'error',
    confidence: 'high',
    recommended: true,
    dynamic: {
      problem:
        'This query text is assembled at run time; if any part of it comes from a caller, that caller can read or change whatever the database user may.',
    },
    languages: ['js', 'py'],
    references: [
      'https://cheatsheetseries.owasp.org/cheatsheets/SQL_Injection_Prevention_Cheat_Sheet.html',
      'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/data-api.html',
      'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-reference.html',
    ],
  },
  'no-nosql-injection': {
    title: 'Disallow NoSQL queries shaped by untrusted data',
    problem:
      'The event decides the shape of this query; its sender can match, read or change items that the function did not mean to touch.',
    advice: 'Build the query here and coerce each value to the type it should have.',
    cwe: 943,
    owasp: 'S1:2017 Injection',
    category: 'injection',
    severity: 'error',
    confidence: 'medium',
    recommended: true,
    languages: ['js', 'py'],
    references: [
      'https://cheatsheetseries.owasp.org/cheatsheets/NoSQL_Security_Cheat_Sheet.html',
      'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.ExpressionAttributeValues.html',
    ],
  },
  'no-path-traversal': {
    title: 'Disallow file paths built from untrusted data',
    problem:
      "The event decides where this path leads; its sender can read or overwrite files outside the intended folder, the function's code and credentials included.",
    advice: 'Use only the base name, or resolve the path and check that it stays inside the intended folder.',
    cwe: 22,
    owasp: 'S1:2017 Injection',
    category: 'injection',
    severity: 'error',
    confidence: 'medium',
    recommended: true,
    languages: ['js', 'py'],
    references: [
      'https://owasp.org/www-community/attacks/Path_Traversal',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html',
    ],
  },
  'no-xxe': {
    title: 'Disallow parsing untrusted XML with external entities',
    problem:
      "This parser resolves entities in XML from the event; its sender can read the function's files, reach internal addresses or exhaust its memory.",
    advice: 'Turn DTDs and external entities off, or use a parser that never resolves them.',
    cwe: 611,
    owasp: 'S4:2017 XML External Entities (XXE)',
    category: 'injection',
    severity: 'error',
    confidence: 'high',
    recommended: true,
    languages: ['js', 'py'],
    references: [
      'https://cheatsheetseries.owasp.org/cheatsheets/XML_External_Entity_Prevention_Cheat_Sheet.html',
      'https://docs.python.org/3/library/xml.html#xml-security',
    ],
  },
  'no-log-injection': {
    title: 'Disallow untrusted text in plain-text log lines',
    problem:
      'Text from the event is written to a plain-text log; its sender can add line breaks and forge entries that hide or fake what happened.',
    advice: 'Log the value as JSON or through a structured logger, or remove line breaks first.',
    cwe: 117,
    owasp: 'S10:2017 Insufficient Logging and Monitoring',
    category: 'injection',
    severity: 'warning',
    confidence: 'medium',
    recommended: false,
    languages: ['js', 'py'],
    options: ['jsonLogs'],
    references: [
      'https://owasp.org/www-community/attacks/Log_Injection',
      'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html',
    ],
  },
  'no-html-injection': {
    title: 'Disallow untrusted data in HTML without encoding',
    problem: "Data from the event is put into HTML as it is; its sender can run scripts in the reader's browser or mail client.",
    advice: 'Encode the value for HTML, or render it through a template engine that escapes by default.',
    cwe: 79,
    owasp: 'S7:2017 Cross-Site Scripting (XSS)',
    category: 'injection',
    severity: 'error',
    confidence: 'high',
    recommended: true,
    languages: ['js', 'py'],
    references: ['https://cheatsheetseries.owasp.org/cheatsheets/Cross_Site_Scripting_Prevention_Cheat_Sheet.html'],
  },
  'no-ssrf': {
    title: 'Disallow outbound requests to a host that untrusted data chooses',
    problem:
      "The event chooses where this request goes; its sender can reach internal services and resources with the function's network access and role.",
    advice: 'Start the URL with a constant origin and encode the rest, or check the host against a fixed list.',
    cwe: 918,
    owasp: 'S1:2017 Injection',
    category: 'injection',
    severity: 'error',
    confidence: 'high',
    recommended: true,
    languages: ['js', 'py'],
    references: ['https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html'],
  },
  'no-unsafe-deserialization': {
    title: 'Disallow deserializers that can run code on untrusted data',
    problem: "This deserializer can build any object from data of the event; its sender can run code with the function's role.",
    advice: "Use JSON, or the library's safe loader.",
    cwe: 502,
    owasp: 'S8:2017 Insecure Deserialization',
    category: 'injection',
    severity: 'error',
    confidence: 'high',
    recommended: true,
    dynamic: {
      problem:
        "This deserializer can build any object from data whose origin is unknown; if a caller chooses that data, it can run code with the function's role.",
    },
    languages: ['js', 'py'],
    references: [
      'https://cheatsheetseries.owasp.org/cheatsheets/Deserialization_Cheat_Sheet.html',
      'https://docs.python.org/3/library/pickle.html',
    ],
  },
  'no-prototype-pollution': {
    title: 'Disallow writes to objects under keys that untrusted data chooses',
    problem:
      'The event chooses the keys of this write; its sender can reach the common prototype and change every object that this and later invocations use.',
    advice: 'Check the key against a fixed list, or write to a Map or an object without a prototype.',
    cwe: 1321,
    owasp: 'S1:2017 Injection',
    category: 'injection',
    severity: 'error',
    confidence: 'medium',
    recommended: true,
    languages: ['js'],
    references: ['https://cheatsheetseries.owasp.org/cheatsheets/Prototype_Pollution_Prevention_Cheat_Sheet.html'],
  },
  'no-open-redirect': {
    title: 'Disallow redirects to a host that untrusted data chooses',
    problem: 'The event chooses where this response redirects to; its sender can lead your users to any site behind a link to your domain.',
    advice: 'Redirect to a path on your own host or to an entry of a fixed list.',
    cwe: 601,
    owasp: 'S5:2017 Broken Access Control',
    category: 'injection',
    severity: 'error',
    confidence: 'high',
    recommended: true,
    languages: ['js', 'py'],
    references: ['https://cheatsheetseries.owasp.org/cheatsheets/Unvalidated_Redirects_and_Forwards_Cheat_Sheet.html'],
  },
  'no-regex-injection': {
    title: 'Disallow regular expressions built from untrusted data',
    problem:
      'This pattern contains data from the event; its sender can change what it matches, or make it run until the function times out.',
    advice: 'Escape the value before it becomes part of the pattern, or compare strings instead.',
    cwe: 1333,
    owasp: 'S1:2017 Injection',
    category: 'injection',
    severity: 'warning',
    confidence: 'high',
    recommended: true,
    languages: ['js', 'py'],
    references: [
      'https://owasp.org/www-community/attacks/Regular_expression_Denial_of_Service_-_ReDoS',
      'https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/RegExp/escape',
      'https://docs.python.org/3/library/re.html#re.escape',
    ],
  },
  'require-event-validation': {
    title: 'Require event data to be validated before it is used',
    problem: 'This handler uses fields of the event without checking them; its sender decides their type, size and content.',
    advice: 'Check the event against a schema that constrains each field before the first use.',
    cwe: 20,
    owasp: 'S1:2017 Injection',
    category: 'boundary',
    severity: 'warning',
    confidence: 'medium',
    recommended: false,
    languages: ['js', 'py'],
    references: [
      'https://cheatsheetseries.owasp.org/cheatsheets/Input_Validation_Cheat_Sheet.html',
      'https://docs.aws.amazon.com/powertools/typescript/latest/features/parser/',
      'https://docs.aws.amazon.com/powertools/python/latest/utilities/parser/',
    ],
  },
  'no-event-logging': {
    title: 'Disallow logging the whole event',
    problem:
      'The whole event is written to the log, so whoever can read the log sees the tokens, cookies and personal data that it carries.',
    advice: 'Log the few fields that you need, by name.',
    cwe: 532,
    owasp: 'S3:2017 Sensitive Data Exposure',
    category: 'exposure',
    severity: 'warning',
    confidence: 'high',
    recommended: true,
    languages: ['js', 'py'],
    references: [
      'https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html#data-to-exclude',
      'https://docs.aws.amazon.com/powertools/typescript/latest/features/logger/',
      'https://docs.aws.amazon.com/powertools/python/latest/core/logger/',
    ],
  },
  'no-sensitive-logging': {
    title: 'Disallow credentials and personal data in logs',
    problem: 'A credential or personal data is written to the log, so whoever can read the log can use it.',
    advice: 'Leave the value out, or log a redacted form or an identifier in its place.',
    cwe: 532,
    owasp: 'S3:2017 Sensitive Data Exposure',
    category: 'exposure',
    severity: 'error',
    confidence: 'medium',
    recommended: true,
    languages: ['js', 'py'],
    references: ['https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html#data-to-exclude'],
  },
  'no-credential-exposure': {
    title: "Disallow exposing the environment or the role's credentials",
    problem: "The environment or the role's credentials leave the function here; whoever receives them can act with the function's role.",
    advice: 'Send or log only the single settings that you mean to show, by name.',
    cwe: 522,
    owasp: 'S3:2017 Sensitive Data Exposure',
    category: 'exposure',
    severity: 'error',
    confidence: 'high',
    recommended: true,
    languages: ['js', 'py'],
    references: [
      'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp.html',
    ],
  },
  'no-error-disclosure': {
    title: "Disallow an error's message or stack in the response",
    problem: 'The response carries text of an internal error; the caller learns names, paths and queries that help to prepare an attack.',
    advice: 'Log the error, and answer with a fixed message and the request id.',
    cwe: 209,
    owasp: 'S3:2017 Sensitive Data Exposure',
    category: 'exposure',
    severity: 'warning',
    confidence: 'high',
    recommended: true,
    languages: ['js', 'py'],
    options: ['allowValidationErrors'],
    references: ['https://cheatsheetseries.owasp.org/cheatsheets/Error_Handling_Cheat_Sheet.html'],
  },
  'no-permissive-cors': {
    title: 'Disallow CORS headers that let any origin in',
    problem: 'This response lets scripts of any site read it; a site that a signed-in user visits can read their data.',
    advice: 'Answer with one origin of a fixed list.',
    cwe: 942,
    owasp: 'S6:2017 Security Misconfiguration',
    category: 'exposure',
    severity: 'warning',
    confidence: 'medium',
    recommended: false,
    languages: ['js', 'py'],
    references: [
      'https://cheatsheetseries.owasp.org/cheatsheets/HTML5_Security_Cheat_Sheet.html#cross-origin-resource-sharing',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html',
    ],
  },
  'no-hardcoded-secret': {
    title: 'Disallow passwords, keys and tokens written in the code',
    problem: 'A secret is written here in clear text; whoever can read the repository or the deployment package can use it.',
    advice: 'Keep it in Secrets Manager or Parameter Store and fetch it at run time; replace the exposed one.',
    cwe: 798,
    owasp: 'S3:2017 Sensitive Data Exposure',
    category: 'secrets',
    severity: 'error',
    confidence: 'high',
    recommended: true,
    languages: ['js', 'py', 'tpl'],
    references: [
      'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
      'https://docs.aws.amazon.com/secretsmanager/latest/userguide/hardcoded.html',
    ],
  },
  'no-env-secret': {
    title: 'Disallow secrets in environment variables',
    problem:
      "A secret is kept in an environment variable; whoever may read the function's configuration, or any code that runs in it, can use it.",
    advice: 'Keep the name of the secret in the environment and fetch its value from Secrets Manager or Parameter Store.',
    cwe: 526,
    owasp: 'S3:2017 Sensitive Data Exposure',
    category: 'secrets',
    severity: 'warning',
    confidence: 'medium',
    recommended: false,
    languages: ['js', 'py', 'tpl'],
    references: [
      'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html',
      'https://docs.aws.amazon.com/lambda/latest/dg/with-secrets-manager.html',
    ],
  },
  'no-uncached-secret': {
    title: 'Disallow fetching a secret on every invocation',
    problem:
      "This secret is fetched on every invocation, so whoever can invoke the function often can exhaust the secret service's quota and run up its cost.",
    advice: 'Fetch it once per execution environment, with an expiry that is shorter than the rotation.',
    owasp: 'S6:2017 Security Misconfiguration',
    category: 'secrets',
    severity: 'warning',
    confidence: 'medium',
    recommended: false,
    languages: ['js', 'py'],
    references: [
      'https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html',
      'https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets_lambda.html',
    ],
  },
  'no-broad-secret-access': {
    title: 'Disallow access to more secrets than the function needs',
    problem: 'This reaches secrets that the function was not made for; whoever takes over the function, or its event, can read them.',
    advice: 'Name the one secret or parameter that the function needs, in the call and in its policy.',
    cwe: 250,
    owasp: 'S5:2017 Broken Access Control',
    category: 'secrets',
    severity: 'error',
    confidence: 'medium',
    recommended: true,
    languages: ['js', 'py', 'tpl'],
    references: [
      'https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access.html',
      'https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html',
    ],
  },
  'no-stale-secret-version': {
    title: 'Disallow reading a pinned or previous version of a secret',
    problem: 'This reads a version of the secret that rotation leaves behind, so a leaked value stays in use after it was replaced.',
    advice: 'Ask for the current version: leave the version out.',
    cwe: 324,
    owasp: 'S6:2017 Security Misconfiguration',
    category: 'secrets',
    severity: 'warning',
    confidence: 'high',
    recommended: false,
    languages: ['js', 'py'],
    references: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html'],
  },
  'no-shared-invocation-state': {
    title: 'Disallow request data in state that outlives the invocation',
    problem: 'Data of this request stays in the execution environment after the invocation; the next caller can be served with it.',
    advice: 'Keep request data in local variables and pass it on as arguments.',
    cwe: 488,
    owasp: 'S3:2017 Sensitive Data Exposure',
    category: 'isolation',
    severity: 'error',
    confidence: 'medium',
    recommended: true,
    languages: ['js', 'py'],
    options: ['tenantKeys'],
    references: [
      'https://docs.aws.amazon.com/lambda/latest/dg/best-practices.html',
      'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html',
    ],
  },
  'no-typosquat-dependency': {
    title: 'Disallow packages named almost like a popular one',
    problem:
      "This package name is one slip away from a popular one; if it is an imitation, its author can run code with the function's role.",
    advice: 'Check the name and install the package that you mean.',
    cwe: 1357,
    owasp: 'S9:2017 Using Components with Known Vulnerabilities',
    category: 'dependencies',
    severity: 'error',
    confidence: 'medium',
    recommended: true,
    languages: ['js', 'py', 'pkg', 'req'],
    readByScan: ['py'],
    references: ['https://cheatsheetseries.owasp.org/cheatsheets/NPM_Security_Cheat_Sheet.html'],
  },
  'require-pinned-dependency': {
    title: 'Require dependencies to be pinned',
    problem:
      'This dependency can change without a change in the repository; whoever publishes its next version decides what the function runs.',
    advice: 'Commit a lockfile, or pin an exact version with its hash.',
    cwe: 829,
    owasp: 'S9:2017 Using Components with Known Vulnerabilities',
    category: 'dependencies',
    severity: 'warning',
    confidence: 'high',
    recommended: false,
    languages: ['pkg', 'req'],
    references: ['https://docs.npmjs.com/cli/configuring-npm/package-lock-json', 'https://pip.pypa.io/en/stable/topics/secure-installs/'],
  },
  'require-bundled-sdk': {
    title: 'Require the AWS SDK to be part of the deployment package',
    problem:
      'The AWS SDK is left to the runtime, where no dependency audit sees which version runs, so a known weakness in it goes unnoticed.',
    advice: 'List the SDK clients as dependencies and bundle them with the function.',
    cwe: 1395,
    owasp: 'S9:2017 Using Components with Known Vulnerabilities',
    category: 'dependencies',
    severity: 'warning',
    confidence: 'medium',
    recommended: false,
    languages: ['js', 'pkg', 'tpl'],
    references: ['https://docs.aws.amazon.com/lambda/latest/dg/lambda-nodejs.html'],
  },
  'require-dependency-audit': {
    title: 'Require workflows that deploy functions to audit their dependencies',
    problem:
      'This workflow deploys functions without auditing their dependencies, so a package with a known weakness reaches production unnoticed.',
    advice: 'Run `npm audit --audit-level=high` or `pip-audit --strict` before the deployment.',
    cwe: 1395,
    owasp: 'S9:2017 Using Components with Known Vulnerabilities',
    category: 'dependencies',
    severity: 'warning',
    confidence: 'medium',
    recommended: false,
    languages: ['wf'],
    references: [
      'https://cheatsheetseries.owasp.org/cheatsheets/Vulnerable_Dependency_Management_Cheat_Sheet.html',
      'https://docs.npmjs.com/cli/commands/npm-audit',
    ],
  },
  'require-pinned-base-image': {
    title: 'Require base images to be pinned by digest',
    problem: 'This base image is named by a tag that can move; whoever can push to it decides what the function runs.',
    advice: 'Pin the image by its digest and update the digest on purpose.',
    cwe: 829,
    owasp: 'S9:2017 Using Components with Known Vulnerabilities',
    category: 'image',
    severity: 'warning',
    confidence: 'high',
    recommended: true,
    languages: ['image'],
    options: ['allFiles', 'buildStages'],
    references: ['https://docs.docker.com/build/building/best-practices/#pin-base-image-versions'],
  },
  'require-non-root-user': {
    title: 'Require images to run as an unprivileged user',
    problem:
      'Outside Lambda, which has a user of its own, this image runs as root; whoever takes over the process can change everything in the container.',
    advice: 'End the final stage with a USER that is not root.',
    cwe: 250,
    owasp: 'S6:2017 Security Misconfiguration',
    category: 'image',
    severity: 'warning',
    confidence: 'high',
    recommended: false,
    languages: ['image'],
    options: ['allFiles'],
    references: [
      'https://cheatsheetseries.owasp.org/cheatsheets/Docker_Security_Cheat_Sheet.html',
      'https://docs.aws.amazon.com/lambda/latest/dg/images-create.html',
    ],
  },
  'prefer-minimal-base-image': {
    title: 'Require a minimal base image',
    problem:
      'This image holds a full distribution; whoever gets into the function finds its tools and their known weaknesses ready for use.',
    advice: 'Use the slim, distroless or AWS base image of the same runtime.',
    cwe: 1104,
    owasp: 'S9:2017 Using Components with Known Vulnerabilities',
    category: 'image',
    severity: 'warning',
    confidence: 'medium',
    recommended: false,
    languages: ['image'],
    options: ['allFiles'],
    references: ['https://docs.aws.amazon.com/lambda/latest/dg/images-create.html'],
  },
  'require-tracing': {
    title: 'Require functions to be traced with X-Ray',
    problem: 'This function is not traced, so nobody can follow an attack through the services that it calls.',
    advice: 'Set the tracing mode to Active.',
    cwe: 778,
    owasp: 'S10:2017 Insufficient Logging and Monitoring',
    category: 'detection',
    severity: 'warning',
    confidence: 'high',
    recommended: false,
    languages: ['js', 'tpl'],
    references: ['https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html'],
  },
  'require-invoke-audit': {
    title: 'Require trails to record Lambda invocations',
    problem: 'This trail does not record who invokes functions, so misuse of a function leaves no evidence.',
    advice: 'Record Lambda data events in the trail.',
    cwe: 778,
    owasp: 'S10:2017 Insufficient Logging and Monitoring',
    category: 'detection',
    severity: 'warning',
    confidence: 'high',
    recommended: false,
    languages: ['js', 'tpl'],
    references: ['https://docs.aws.amazon.com/lambda/latest/dg/logging-using-cloudtrail.html'],
  },
  'require-threat-detection': {
    title: 'Require GuardDuty and Inspector to cover Lambda',
    problem:
      'This detector leaves Lambda functions out, so a function that calls a known attacker or runs a vulnerable package goes unnoticed.',
    advice: "Turn the service's Lambda part on.",
    cwe: 778,
    owasp: 'S10:2017 Insufficient Logging and Monitoring',
    category: 'detection',
    severity: 'warning',
    confidence: 'high',
    recommended: false,
    languages: ['js', 'tpl'],
    references: [
      'https://docs.aws.amazon.com/guardduty/latest/ug/lambda-protection.html',
      'https://docs.aws.amazon.com/inspector/latest/user/scanning-lambda.html',
    ],
  },
} as const satisfies Record<string, CatalogueEntry>;

type Catalogue = typeof catalogue;

/** A slug of the catalogue, planned or real. */
export type RuleId = keyof Catalogue;

/** The slugs whose rule exists in a language. */
type RealIn<L extends Language> = {
  [Slug in RuleId]: Extract<
    Exclude<
      Catalogue[Slug]['languages'][number],
      Catalogue[Slug] extends { readonly planned: readonly (infer Planned)[] } ? Planned : never
    >,
    L
  > extends never
    ? never
    : Slug;
}[RuleId];

/** The slugs that have an ESLint rule for code. */
export type JsRuleId = RealIn<'js'>;

/** The slugs that have an ESLint rule, for code or for package.json. */
export type LintRuleId = RealIn<'js' | 'pkg'>;

/** The catalogue's slugs, in its order. */
export const ruleIds = Object.keys(catalogue) as RuleId[];

/** One entry, with the fields that only some entries have. */
export const entryOf = (slug: RuleId): CatalogueEntry => catalogue[slug];

/** The languages in which a slug's rule exists. */
export const realLanguages = (slug: RuleId): readonly Language[] => {
  const { languages, planned } = entryOf(slug);
  return languages.filter(language => !planned?.includes(language));
};
