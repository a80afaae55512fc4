import { defineEvent } from '../event-model.js';

/** Amazon MQ for ActiveMQ and RabbitMQ; the data is base64. https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html */
export const mqEvent = defineEvent({
  types: ['ActiveMQEvent', 'RabbitMQEvent', 'ActiveMqEvent', 'RabbitMqEvent'],
  parts: { 'messages[]': ['ActiveMQMessage'], 'rmqMessagesByQueue.*[]': ['RabbitMQMessage'] },
  service: 'Amazon MQ',
  distinctive: ['rmqMessagesByQueue'],
  typical: ['messages[].data', 'messages[].messageType', 'messages[].connectionId'],
  fields: {
    messages: { trust: 'controlled', below: 'trusted', whole: true },
    'messages[]': { trust: 'controlled', below: 'trusted', whole: true },
    'messages[].data': { trust: 'controlled', label: 'the message data', form: 'text', whole: true },
    'messages[].properties': { trust: 'controlled', label: 'the message properties' },
    'messages[].correlationId': { trust: 'controlled', label: 'the correlation id', form: 'string' },
    rmqMessagesByQueue: { trust: 'controlled', below: 'trusted', whole: true },
    'rmqMessagesByQueue.*': { trust: 'controlled', below: 'trusted', whole: true },
    'rmqMessagesByQueue.*[]': { trust: 'controlled', below: 'trusted', whole: true },
    'rmqMessagesByQueue.*[].data': { trust: 'controlled', label: 'the message data', form: 'text', whole: true },
    'rmqMessagesByQueue.*[].basicProperties': { trust: 'controlled', label: 'the message properties' },
  },
  rest: 'trusted',
});
