import type { SinkKind } from '../kinds.js';
import { defineModel } from '../model.js';
import { cleans, interpreted, passes, proves } from '../specs.js';

/** Letters, digits and at most `-`, `_`, `.`, `:`, `+`, `/`, `=`: nothing that ends a text, a word or a command. */
const plain: readonly SinkKind[] = interpreted.filter(kind => !['path', 'url', 'redirect', 'module', 'regex', 'text-log'].includes(kind));
const closed =
  'isUUID,isInt,isNumeric,isAlpha,isAlphanumeric,isHexadecimal,isMongoId,isBoolean,isDecimal,isFloat,isPort,isCreditCard,isMD5,isHash,isULID,isOctal,isHexColor,isISO31661Alpha2,' +
  'isISO31661Alpha3,isISO4217,isIMEI,isISIN,isISSN,isISBN,isEAN,isLuhnNumber,isBIC,isIBAN,isIn,isSemVer';
const dotted = 'isIP,isFQDN,isISO8601,isRFC3339,isDate,isTime,isMACAddress,isJWT,isBase32,isBase58,isBase64,isLocale,isMobilePhone';

/** Modules of single functions. */
const alone = (names: string): readonly string[] => names.split(',').flatMap(name => [`validator/lib/${name}`, `validator/es/lib/${name}`]);

/** https://github.com/validatorjs/validator.js#validators: an e-mail address, a URL, a length prove nothing of the kind. */
export default [
  defineModel({
    module: ['validator', 'validator/es'],
    guards: [...proves('all', true, [`Member[${closed}]`]), ...proves(plain, true, [`Member[${dotted}]`])],
    sanitizers: [...cleans(['html', 'xml', 'text-log'], ['Member[escape]']), ...cleans(['text-log'], ['Member[stripLow]'])],
  }),
  // https://github.com/typestack/class-validator#manual-validation
  defineModel({
    module: 'class-validator',
    guards: [...proves('all', true, [`Member[${closed},isEnum,isNumber]`]), ...proves(plain, true, [`Member[${dotted},isDateString]`])],
  }),
  defineModel({ module: alone(closed), guards: proves('all', true, ['']) }),
  defineModel({ module: alone(dotted), guards: proves(plain, true, ['']) }),
  defineModel({ module: alone('escape'), sanitizers: cleans(['html', 'xml', 'text-log'], ['']) }),
  // The chains stand in front of the route; whoever asks for their outcome has them. https://express-validator.github.io/docs
  defineModel({
    module: 'express-validator',
    guards: proves(['write'], 'return', ['Member[validationResult,matchedData]']),
    summaries: passes('value', ['Member[matchedData]'], 'Argument[0].Member[body]'),
  }),
  // An Either, as io-ts gives one, is right or left; `#right` is what its validation says. https://gcanti.github.io/fp-ts/modules/Either.ts.html
  defineModel({
    module: ['fp-ts/Either', 'fp-ts/lib/Either', 'fp-ts/es6/Either'],
    summaries: [
      ...passes('value', ['Member[isRight]'], 'Argument[0].Member[#right]'),
      ...passes('value', ['Member[isLeft]'], 'Argument[0].Member[left]'),
    ],
  }),
  // A zone after `%` has letters, digits, `-`, `.` and `:`. https://nodejs.org/api/net.html#netisipinput, https://github.com/whitequark/ipaddr.js#api
  defineModel({ module: ['net', 'is-ip', 'is-cidr'], guards: proves(plain, true, ['', 'Member[isIP,isIPv4,isIPv6,v4,v6]']) }),
  defineModel({ module: 'ipaddr.js', guards: proves(plain, true, ['Member[isValid]', 'Member[IPv4,IPv6].Member[isValid,isIPv4,isIPv6]']) }),
  // https://github.com/uuidjs/uuid#uuidvalidatestr
  defineModel({
    module: ['uuid', 'uuid-validate', 'is-uuid', 'is-uuid-v4', 'uuidv4'],
    guards: proves('all', true, ['', 'Member[validate,isUuid,anyNonNil]']),
  }),
  defineModel({
    module: ['ulid', 'ulidx', '@paralleldrive/cuid2', 'is-number', 'is-alphanumerical'],
    guards: proves('all', true, ['Member[isValid,isCuid]', '']),
  }),
  defineModel({
    module: 'mongoose',
    guards: proves('all', true, ['Member[isValidObjectId]', 'Member[Types].Member[ObjectId].Member[isValid]']),
  }),
];
