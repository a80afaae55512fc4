import { defineEvent } from '../event-model.js';

/** An IoT rule: the event is what the rule selects of the device's message. https://docs.aws.amazon.com/lambda/latest/dg/services-iot.html */
export const iotEvent = defineEvent({
  types: ['IoTEvent'],
  handlerTypes: ['IoTHandler'],
  service: 'IoT',
  distinctive: [],
  fields: {},
  rest: 'controlled',
});
