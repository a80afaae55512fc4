import { defineEvent } from '../event-model.js';

/**
 * Amazon MSK and self-managed Kafka: records by topic and partition, key and value in base64.
 * https://docs.aws.amazon.com/lambda/latest/dg/with-msk.html
 */
export const kafkaEvent = defineEvent({
  types: ['MSKEvent', 'SelfManagedKafkaEvent', 'KafkaEvent', 'KafkaMskEvent', 'KafkaSelfManagedEvent', 'ConsumerRecords'],
  handlerTypes: ['MSKHandler', 'SelfManagedKafkaHandler'],
  parts: { 'records.*[]': ['MSKRecord', 'SelfManagedKafkaRecord', 'KafkaRecord', 'ConsumerRecord'] },
  service: 'Kafka',
  distinctive: ['records.*[].value', 'records.*[].partition'],
  typical: ['bootstrapServers'],
  fields: {
    records: { trust: 'controlled', below: 'trusted', whole: true },
    'records.*': { trust: 'controlled', below: 'trusted', whole: true },
    'records.*[]': { trust: 'controlled', below: 'trusted', whole: true },
    'records.*[].value': { trust: 'controlled', label: 'the Kafka record value', form: 'text', whole: true },
    'records.*[].key': { trust: 'controlled', label: 'the Kafka record key', form: 'text' },
    'records.*[].headers': { trust: 'controlled', label: 'the Kafka record headers' },
    // Powertools' Kafka consumer flattens the topics and decodes key and value.
    'records[]': { trust: 'controlled', below: 'trusted', whole: true },
    'records[].value': { trust: 'controlled', label: 'the Kafka record value', whole: true },
    'records[].key': { trust: 'controlled', label: 'the Kafka record key' },
    'records[].headers': { trust: 'controlled', label: 'the Kafka record headers' },
  },
  rest: 'trusted',
});
