import { defineEvent } from '../event-model.js';

/** IoT custom authorizers. https://docs.aws.amazon.com/iot/latest/developerguide/config-custom-auth.html */
export const iotAuthorizerEvent = defineEvent({
  types: ['IoTCustomAuthorizerEvent'],
  handlerTypes: ['IoTCustomAuthorizerHandler'],
  service: 'IoT',
  distinctive: ['protocolData'],
  typical: ['connectionMetadata', 'signatureVerified'],
  fields: {
    signatureVerified: { trust: 'trusted' },
    protocols: { trust: 'trusted' },
    connectionMetadata: { trust: 'trusted' },
    token: { trust: 'controlled', label: 'the device token', form: 'string', sensitive: 'the device token' },
    'protocolData.http.headers': { trust: 'controlled', label: 'the request headers', sensitive: 'the request headers' },
    'protocolData.http.headers.*': { trust: 'controlled', label: 'a request header', form: 'string' },
    'protocolData.http.queryString': { trust: 'controlled', label: 'the query string', form: 'string' },
    'protocolData.mqtt.username': { trust: 'controlled', label: 'the MQTT user name', form: 'string' },
    'protocolData.mqtt.password': { trust: 'controlled', label: 'the MQTT password', form: 'text', sensitive: 'the MQTT password' },
    'protocolData.mqtt.clientId': { trust: 'controlled', label: 'the MQTT client id', form: 'string' },
    'protocolData.tls.serverName': { trust: 'controlled', label: 'the server name', form: 'string' },
  },
  rest: 'controlled',
});
