import { defineEvent } from '../event-model.js';

/** DocumentDB change streams. https://docs.aws.amazon.com/lambda/latest/dg/with-documentdb.html */
export const documentDbEvent = defineEvent({
  types: ['DocumentDBEvent'],
  parts: { 'events[]': ['DocumentDBRecord'] },
  service: 'DocumentDB',
  distinctive: ['events[].event.fullDocument', 'events[].event.documentKey'],
  typical: ['events[].event'],
  fields: {
    events: { trust: 'controlled', below: 'trusted', whole: true },
    'events[]': { trust: 'controlled', below: 'trusted', whole: true },
    'events[].event': { trust: 'controlled', below: 'trusted', whole: true },
    'events[].event.fullDocument': { trust: 'controlled', label: 'the document', whole: true },
    'events[].event.updateDescription': { trust: 'controlled', label: "the document's changes" },
  },
  rest: 'trusted',
});
