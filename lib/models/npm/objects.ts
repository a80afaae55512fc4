import { defineModel, type Model } from '../model.js';
import { cleans, interpreted, passes, rendersCompiled, sinks } from '../specs.js';

const merges = (module: string | readonly string[], callees: readonly string[], from = 'Argument[1..]'): Model =>
  defineModel({
    module,
    sinks: sinks(
      'property-key',
      callees.map(callee => (callee === '' ? from : `${callee}.${from}`)),
      { only: 'object' },
    ),
    summaries: [...passes('value', callees, 'Argument[0..]'), ...passes('value', callees, 'Argument[1..]', 'Argument[0]')],
  });
/** set(object, path, value): the path walks into prototypes. */
const sets = (module: string | readonly string[], callees: readonly string[], from = 'Argument[1]'): Model =>
  defineModel({
    module,
    sinks: sinks(
      'property-key',
      callees.map(callee => (callee === '' ? from : `${callee}.${from}`)),
    ),
  });

const words = [...interpreted, 'property-key'] as const;
/** Functions of lodash whose result is made of what they are given. */
const copies =
  'clone,cloneDeep,compact,flatten,flattenDeep,uniq,uniqBy,sortBy,orderBy,reverse,take,drop,tail,initial,head,first,last,nth,find,filter,reject,' +
  'chunk,concat,union,values,toPairs,fromPairs,keyBy,groupBy,mapKeys,defaultTo,castArray,toArray,sample,shuffle,partition,zip,without,difference';
const texts =
  'trim,trimStart,trimEnd,toLower,toUpper,lowerCase,upperCase,lowerFirst,upperFirst,startCase,capitalize,replace,truncate,toString,pad,padStart,padEnd,repeat,deburr,join,unescape,split,words';

/** lodash's members by themselves: `lodash/merge`, `lodash.merge`. */
const alone = (...names: readonly string[]): readonly string[] =>
  names.flatMap(name => [
    `lodash/${name}`,
    `lodash/${name}.js`,
    `lodash.${name.toLowerCase()}`,
    `lodash-es/${name}`,
    `lodash-es/${name}.js`,
  ]);

export default [
  // https://lodash.com/docs
  defineModel({
    module: ['lodash', 'lodash-es', 'underscore', 'lodash/fp'],
    sinks: [
      ...sinks('property-key', ['Member[merge,mergeWith,defaultsDeep].Argument[1..]'], { only: 'object' }),
      ...sinks('property-key', ['Member[set,setWith,update,updateWith].Argument[1]', 'Member[zipObjectDeep].Argument[0].ArrayElement']),
      ...sinks('template', ['Member[template].Argument[0]']),
    ],
    summaries: [
      // A chain is what it holds: its methods are those of arrays and texts.
      ...passes('value', ['', 'Member[chain,wrap]']),
      ...passes('value', [`Member[${copies}]`]),
      ...passes('part', ['Member[omit,pick,omitBy,pickBy,get,result,at]']),
      ...passes('text', [`Member[${texts}]`]),
      ...passes('value', ['Member[merge,mergeWith,defaultsDeep,assign,assignIn,extend,defaults]'], 'Argument[0..]'),
      ...passes('value', ['Member[merge,mergeWith,defaultsDeep,assign,assignIn,extend,defaults]'], 'Argument[1..]', 'Argument[0]'),
      ...passes('value', ['Member[get,result]'], 'Argument[2]'),
      ...rendersCompiled('lodash', ['Member[template].ReturnValue']),
      // `map(list, 'name')` picks a member of each.
      ...passes('value', ['Member[map,flatMap]'], 'Argument[0].ArrayElement', 'ReturnValue.ArrayElement', { argument: 1, is: 'string' }),
      ...passes(
        'value',
        [
          'Member[map,forEach,each,filter,find,flatMap,mapValues,some,every,reject,sortBy,orderBy,groupBy,keyBy,countBy,sumBy,partition,uniqBy,findIndex,forOwn,forIn,mapKeys,pickBy,omitBy,minBy,maxBy,tap,thru,transform]',
        ],
        'Argument[0].ArrayElement',
        'Argument[1].Parameter[0]',
      ),
      ...passes('value', ['Member[mapValues]'], 'Argument[0]', 'ReturnValue', { argument: 1, is: 'absent' }),
      ...passes('value', ['Member[map]'], 'Argument[1].ReturnValue', 'ReturnValue.ArrayElement'),
      ...passes('value', ['Member[mapValues]'], 'Argument[1].ReturnValue', 'ReturnValue.AnyMember'),
      ...passes('value', ['Member[flatMap]'], 'Argument[1].ReturnValue.ArrayElement', 'ReturnValue.ArrayElement'),
      ...passes('value', ['Member[thru,attempt]'], 'Argument[1].ReturnValue'),
      ...passes('value', ['Member[reduce,reduceRight,transform]'], 'Argument[2]', 'Argument[1].Parameter[0]'),
      ...passes('value', ['Member[reduce,reduceRight]'], 'Argument[0].ArrayElement', 'Argument[1].Parameter[1]'),
      ...passes('value', ['Member[reduce,reduceRight]'], 'Argument[1].ReturnValue'),
    ],
    sanitizers: [
      ...cleans(['html', 'xml', 'text-log'], ['Member[escape]']),
      ...cleans(['regex'], ['Member[escapeRegExp]']),
      ...cleans(words, ['Member[camelCase,kebabCase,snakeCase]']),
    ],
  }),
  // They give back the validator that they add to.
  defineModel({ module: ['ajv-formats', 'ajv-errors', 'ajv-keywords'], summaries: passes('value', ['Member[default]']) }),
  defineModel({ module: alone('escapeRegExp'), sanitizers: cleans(['regex'], ['']) }),
  defineModel({ module: alone('escape'), sanitizers: cleans(['html', 'xml', 'text-log'], ['']) }),
  defineModel({ module: alone('cloneDeep', 'clone'), summaries: passes('value', ['']) }),
  defineModel({ module: alone('get', 'pick', 'omit', 'pickBy', 'omitBy'), summaries: passes('part', ['']) }),
  merges(alone('merge', 'mergeWith', 'defaultsDeep'), ['']),
  sets(alone('set', 'setWith', 'update'), ['']),
  defineModel({
    module: alone('template'),
    sinks: sinks('template', ['Argument[0]']),
    summaries: rendersCompiled('lodash', ['ReturnValue']),
  }),
  // Recursive merges and path setters, in the versions that follow `__proto__`.
  merges(['deep-extend', 'merge-deep', 'defaults-deep', 'mixin-deep', 'deep-assign', 'assign-deep'], ['', 'Member[recursive,all]']),
  merges('merge', ['Member[recursive]']),
  // Since version 4 it leaves __proto__ alone.
  defineModel({
    module: ['deepmerge', 'ts-deepmerge', 'merge-anything'],
    summaries: [
      ...passes('value', ['', 'Member[merge]'], 'Argument[0..]'),
      ...passes('value', ['Member[all]'], 'Argument[0].ArrayElement'),
    ],
  }),
  merges('@hapi/hoek', ['Member[merge,applyToDefaults]']),
  merges('hoek', ['Member[merge,applyToDefaults]']),
  // Only with `true` in front it goes into depth.
  defineModel({
    module: ['extend', 'jquery', 'node.extend', 'just-extend'],
    sinks: sinks('property-key', ['Argument[2..]', 'Member[extend].Argument[2..]'], {
      only: 'object',
      when: { argument: 0, is: { oneOf: [true] } },
    }),
  }),
  sets(
    [
      'dot-prop',
      'object-path',
      'dset',
      'set-value',
      'nested-property',
      'just-safe-set',
      'object-path-immutable',
      'dot-object',
      'keypather',
      'unset-value',
      'property-expr',
      'selectn',
    ],
    ['', 'Member[set,setProperty,setBySelector,dset,assign,insert,push]'],
  ),
  sets(['json-pointer', 'jsonpointer', '@sagold/json-pointer'], ['Member[set]']),
  defineModel({
    module: 'flat',
    sinks: sinks('property-key', ['Member[unflatten].Argument[0]'], { only: 'object' }),
    summaries: passes('value', ['', 'Member[flatten,unflatten]']),
  }),
  defineModel({
    module: 'qs',
    sinks: sinks('property-key', ['Member[parse].Argument[0]'], { when: { argument: 1, property: 'allowPrototypes', is: 'truthy' } }),
  }),
  // Ramda's data comes last.
  defineModel({
    module: ['ramda', 'rambda', 'remeda'],
    summaries: [
      ...passes(
        'value',
        ['Member[pathOr,propOr,map,filter,assoc,merge,mergeRight,mergeLeft,mergeDeepRight,uniq,flatten]'],
        'Argument[0..]',
      ),
      ...passes('part', ['Member[pick,omit,prop,path]'], 'Argument[0..]'),
      ...passes('text', ['Member[trim,toLower,toUpper,replace,join,split]'], 'Argument[0..]'),
    ],
  }),
];
