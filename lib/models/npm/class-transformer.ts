import { defineModel } from '../model.js';
import { passes } from '../specs.js';

/** An instance is a copy of the data, checked only when class-validator does. https://github.com/typestack/class-transformer */
export default defineModel({
  module: 'class-transformer',
  summaries: [
    ...passes('value', ['Member[plainToInstance,plainToClass]'], 'Argument[1]'),
    ...passes('value', ['Member[instanceToPlain,classToPlain,instanceToInstance]']),
    ...passes('parsed', ['Member[deserialize,deserializeArray]'], 'Argument[1]'),
  ],
});
