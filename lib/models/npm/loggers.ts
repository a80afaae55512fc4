import { defineModel } from '../model.js';
import { sinks } from '../specs.js';

const levels = 'log,trace,debug,verbose,silly,http,info,notice,warn,warning,error,fatal,critical,emerg,alert,crit,success,child,mark';
const plain = (module: string | readonly string[], ...loggers: readonly string[]) =>
  defineModel({
    module,
    types: { Logger: loggers },
    sinks: [...sinks('log', [`Logger.Member[${levels}].Argument[0..]`]), ...sinks('text-log', [`Logger.Member[${levels}].Argument[0..]`])],
  });
/** JSON lines: newlines are encoded. */
const json = (module: string | readonly string[], ...loggers: readonly string[]) =>
  defineModel({ module, types: { Logger: loggers }, sinks: sinks('log', [`Logger.Member[${levels}].Argument[0..]`]) });

export default [
  // JSON is the default format; simple, cli and printf write text. https://github.com/winstonjs/winston#formats
  defineModel({
    module: ['winston', 'winston-cloudwatch'],
    types: {
      // Kept so that the condition below can see how a format was made.
      Format: ['Member[format].Member[combine,simple,printf,cli,prettyPrint,align,json,timestamp,colorize,splat,errors,label].ReturnValue'],
      Logger: [
        '',
        'Member[createLogger].ReturnValue',
        'Member[Logger].Instance',
        'Logger.Member[child].ReturnValue',
        'Member[loggers].Member[get,add].ReturnValue',
        'Member[Container].Instance.Member[get,add].ReturnValue',
      ],
    },
    sinks: [
      ...sinks('log', [`Logger.Member[${levels}].Argument[0..]`]),
      ...sinks('text-log', [`Logger.Member[${levels}].Argument[0..]`], {
        when: { argument: 0, of: 'receiver', property: 'format', is: 'text-format' },
      }),
    ],
  }),
  // Redaction paths are the writer's own choice of what is harmless. https://getpino.io/#/docs/redaction
  defineModel({
    module: ['pino', 'pino-lambda', 'pino-http'],
    types: { Logger: ['ReturnValue', 'Member[pino].ReturnValue', 'Logger.Member[child].ReturnValue', 'Logger.Member[logger]'] },
    sinks: sinks('log', [`Logger.Member[${levels}].Argument[0..]`], {
      when: { argument: 0, of: 'receiver', property: 'redact', is: 'absent' },
    }),
  }),
  json('bunyan', 'Member[createLogger].ReturnValue', 'Instance', 'Logger.Member[child].ReturnValue'),
  json(
    ['lambda-log', '@dazn/lambda-powertools-logger', '@dazn/lambda-powertools-logger/index', 'roarr', '@slicknode/logger'],
    '',
    'Instance',
    'Member[LambdaLog].Instance',
    'Member[Roarr]',
  ),
  plain('log4js', 'Member[getLogger].ReturnValue'),
  plain(['loglevel', 'npmlog', 'signale', 'electron-log'], '', 'Member[getLogger].ReturnValue', 'Member[Signale].Instance'),
  plain('consola', '', 'Member[consola]', 'Member[createConsola].ReturnValue', 'Logger.Member[withTag].ReturnValue'),
  plain(
    ['tslog', 'tracer'],
    'Member[Logger].Instance',
    'Member[console,colorConsole].ReturnValue',
    'Logger.Member[getSubLogger,getChildLogger].ReturnValue',
  ),
  // https://github.com/debug-js/debug
  defineModel({
    module: ['debug', 'obug'],
    sinks: [
      ...sinks('log', ['ReturnValue.Argument[0..]', 'Member[debug].ReturnValue.Argument[0..]']),
      ...sinks('text-log', ['ReturnValue.Argument[0..]']),
    ],
  }),
  // Logs the event and the response of every invocation. https://middy.js.org/docs/middlewares/input-output-logger
  defineModel({
    module: '@middy/input-output-logger',
    shapes: [{ path: '', kind: 'event-logging', when: { argument: 0, property: 'omitPaths', is: 'absent' } }],
  }),
];
