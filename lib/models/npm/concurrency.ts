import { defineModel, type Model } from '../model.js';
import { passes } from '../specs.js';

/** fn is called with each element of a list, and what it returns is an element of the result. */
const eachOf = (callees: readonly string[], callback: number) => [
  ...passes('value', callees, 'Argument[0].ArrayElement', `Argument[${callback}].Parameter[0]`),
  ...passes('value', callees, `Argument[${callback}].ReturnValue`, 'ReturnValue.ArrayElement'),
];

/** The same one after the other, and with at most so many at a time, as its second argument says. */
const inTurn = (...names: readonly string[]): string => names.flatMap(name => [name, `${name}Series`]).join();
const limited = (...names: readonly string[]): string => names.map(name => `${name}Limit`).join();
const mapping = ['map', 'flatMap', 'concat'];
const visiting = ['each', 'forEach', 'filter', 'select', 'reject', 'detect', 'find', 'some', 'any', 'every', 'all', 'groupBy'];

/** Functions that run others at the same time or one after the other. */
export default [
  // https://github.com/sindresorhus/promise-fun
  defineModel({ module: ['p-map', 'p-filter', 'p-map-series'], summaries: eachOf(['Member[default]'], 1) }),
  defineModel({
    module: ['p-each-series', 'p-locate'],
    summaries: passes('value', ['Member[default]'], 'Argument[0].ArrayElement', 'Argument[1].Parameter[0]'),
  }),
  // https://bluebirdjs.com/docs/api/promise.map.html
  defineModel({ module: 'bluebird', summaries: eachOf(['Member[map,mapSeries,each,filter]'], 1) }),
  // `const limit = pLimit(2); limit(fn, ...args)`
  defineModel({
    module: ['p-limit', 'throat'],
    summaries: [0, 1].flatMap(i => passes('value', ['Member[default].ReturnValue'], `Argument[${i + 1}]`, `Argument[0].Parameter[${i}]`)),
  }),
  // https://caolan.github.io/async/v3/docs.html
  defineModel({
    module: ['async', 'neo-async'],
    summaries: [
      ...eachOf([`Member[${inTurn(...mapping)}]`], 1),
      ...eachOf([`Member[${limited(...mapping)}]`], 2),
      ...passes('value', [`Member[${inTurn(...visiting)},sortBy]`], 'Argument[0].ArrayElement', 'Argument[1].Parameter[0]'),
      ...passes('value', [`Member[${limited(...visiting)}]`], 'Argument[0].ArrayElement', 'Argument[2].Parameter[0]'),
      ...passes('value', ['Member[eachOf,forEachOf,eachOfSeries,forEachOfSeries]'], 'Argument[0].AnyMember', 'Argument[1].Parameter[0]'),
      ...passes('value', ['Member[reduce,reduceRight,inject]'], 'Argument[0].ArrayElement', 'Argument[2].Parameter[1]'),
      ...passes('value', ['Member[series,parallel,parallelLimit,waterfall,race,tryEach,auto,autoInject]']),
    ],
  }),
  // Lists of functions, which any library that is known runs: what they close over is all that they get.
  defineModel({
    module: ['p-all', 'p-series', 'p-settle', 'p-waterfall', 'run-parallel', 'run-series'],
    summaries: passes('value', ['Member[default]']),
  }),
] satisfies Model[];
