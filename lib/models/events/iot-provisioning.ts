import { defineEvent } from '../event-model.js';

/** IoT pre-provisioning hooks. https://docs.aws.amazon.com/iot/latest/developerguide/pre-provisioning-hook.html */
export const iotProvisioningEvent = defineEvent({
  types: ['IoTPreProvisioningHookEvent'],
  handlerTypes: ['IoTPreProvisioningHookHandler'],
  service: 'IoT',
  distinctive: ['claimCertificateId'],
  typical: ['certificatePem', 'templateArn'],
  fields: {
    parameters: { trust: 'controlled', label: 'the provisioning parameters' },
    'parameters.*': { trust: 'controlled', label: 'a provisioning parameter', form: 'string' },
    clientId: { trust: 'controlled', label: 'the MQTT client id', form: 'string' },
  },
  rest: 'trusted',
});
