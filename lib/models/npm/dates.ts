import { defineModel } from '../model.js';

/** What steps of a chain give is a date again. */
const steps =
  'add,subtract,startOf,endOf,utc,local,tz,clone,set,utcOffset,year,month,date,day,hour,hours,minute,minutes,second,seconds,plus,minus,toUTC,toLocal,setZone';
const texts = 'format,toISOString,toString,toISO,toISODate,toISOTime,toFormat,toSQL,toSQLDate';

/** Dates: whatever they are made of, their text is digits and the names of months. */
export default [
  defineModel({
    module: ['moment', 'moment-timezone', 'dayjs'],
    types: { Moment: ['ReturnValue', 'Member[utc,tz,unix,local,parseZone].ReturnValue', `Moment.Member[${steps}].ReturnValue`] },
    sanitizers: [{ path: `Moment.Member[${texts}]`, argument: 'this', clears: 'all' }],
  }),
  defineModel({
    module: 'luxon',
    types: {
      Moment: [
        'Member[DateTime].Member[now,utc,local,fromISO,fromMillis,fromSeconds,fromJSDate,fromFormat,fromSQL,fromObject].ReturnValue',
        `Moment.Member[${steps}].ReturnValue`,
      ],
    },
    sanitizers: [{ path: `Moment.Member[${texts}]`, argument: 'this', clears: 'all' }],
  }),
  defineModel({
    module: ['date-fns', 'date-fns-tz'],
    sanitizers: [{ path: 'Member[format,formatISO,lightFormat,formatInTimeZone,formatRFC3339]', clears: 'all' }],
  }),
];
