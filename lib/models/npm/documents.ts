import { defineModel } from '../model.js';
import { cleans, passes, sinks, stored } from '../specs.js';

const documents = 'the documents that a query with event data returns';

/** Where an object from outside becomes operators: the filter itself, a field's condition, the members of $or and kin. */
const filters = (...places: readonly string[]) => [
  ...sinks(
    'nosql',
    places.flatMap(place => [
      place,
      `${place}.AnyMember`,
      `${place}.AnyMember.Member[$not,$elemMatch]`,
      `${place}.Member[$or,$and,$nor,$expr]`,
      `${place}.Member[$or,$and,$nor].ArrayElement`,
      `${place}.Member[$or,$and,$nor].ArrayElement.AnyMember`,
    ]),
    { only: 'object' },
  ),
  // Text that the server runs.
  ...sinks(
    'nosql',
    places.map(place => `${place}.Member[$where]`),
  ),
  ...sinks(
    'regex',
    places.map(place => `${place}.AnyMember.Member[$regex]`),
    { only: 'literal' },
  ),
];

const byFilter =
  'find,findOne,findOneAndUpdate,findOneAndDelete,findOneAndReplace,findOneAndRemove,count,countDocuments,deleteOne,deleteMany,updateOne,updateMany,replaceOne,remove,update,exists';
const pipeline = (method: string) => [
  ...sinks('nosql', [`${method}.Argument[0]`, `${method}.Argument[0].ArrayElement`], { only: 'object' }),
  ...filters(`${method}.Argument[0].ArrayElement.Member[$match]`),
];
const writes =
  'insertOne,insertMany,insert,updateOne,updateMany,replaceOne,findOneAndUpdate,findOneAndReplace,findByIdAndUpdate,bulkWrite,create,deleteOne,deleteMany';

export default [
  // https://www.mongodb.com/docs/drivers/node/current
  defineModel({
    module: ['mongodb', 'mongodb-legacy', 'mongodb-client-encryption', 'mongojs', 'monk'],
    types: {
      Client: [
        'Member[MongoClient].Instance',
        'Member[MongoClient].Member[connect].ReturnValue',
        'Member[MongoClient].Member[connect].Argument[1,2].Parameter[1]',
        'Client.Member[connect].ReturnValue',
        'Client.Member[connect].Argument[0].Parameter[1]',
      ],
      Db: ['Client.Member[db].ReturnValue', 'Member[Db].Instance', 'Member[connect].ReturnValue.Member[db].ReturnValue'],
      // Before version 3 the client itself was the database.
      Collection: [
        'Db.Member[collection].ReturnValue',
        'Client.Member[collection].ReturnValue',
        'Member[Collection].Instance',
        'ReturnValue.Member[collection,get].ReturnValue',
      ],
      Cursor: [
        'Collection.Member[find,aggregate,listIndexes].ReturnValue',
        'Cursor.Member[sort,limit,skip,project,batchSize,hint,collation,map,filter,maxTimeMS].ReturnValue',
      ],
    },
    sinks: [
      ...filters(
        `Collection.Member[${byFilter}].Argument[0]`,
        'Collection.Member[distinct].Argument[1]',
        'Collection.Member[bulkWrite].Argument[0].ArrayElement.Member[updateOne,updateMany,deleteOne,deleteMany,replaceOne].Member[filter]',
        'Cursor.Member[filter].Argument[0]',
      ),
      ...pipeline('Collection.Member[aggregate]'),
      ...sinks('nosql', ['Collection.Member[updateOne,updateMany,findOneAndUpdate,update].Argument[1]', 'Db.Member[command].Argument[0]'], {
        only: 'object',
      }),
      ...sinks('nosql', ['Collection.Member[mapReduce].Argument[0,1]', 'Db.Member[eval].Argument[0]']),
      ...sinks('write', [`Collection.Member[${writes}].Argument[0..]`]),
    ],
    sources: stored(documents, [
      'Collection.Member[findOne,findOneAndUpdate,findOneAndDelete,findOneAndReplace,distinct].ReturnValue',
      'Collection.Member[findOne,distinct].Argument[1,2].Parameter[1]',
      'Cursor.Member[toArray,next,tryNext].ReturnValue',
      'Cursor.Member[toArray].Argument[0].Parameter[1]',
      'Cursor.ArrayElement',
    ]),
  }),
  // Queries are awaited or given a callback. https://mongoosejs.com/docs/api/model.html
  defineModel({
    module: ['mongoose', '@typegoose/typegoose'],
    types: {
      Mongoose: ['', 'Member[createConnection,connect].ReturnValue', 'Mongoose.Member[connection,mongoose]', 'Member[Mongoose].Instance'],
      Model: [
        'Mongoose.Member[model].ReturnValue',
        'Mongoose.Member[models].AnyMember',
        'Member[Model]',
        'Member[getModelForClass].ReturnValue',
      ],
      Query: [
        `Model.Member[${byFilter},findById,findByIdAndUpdate,findByIdAndDelete,distinct,aggregate,where].ReturnValue`,
        'Query.AnyMember.ReturnValue',
        `Query.Member[${byFilter},where,and,or,nor,merge,exec,$where].ReturnValue`,
      ],
    },
    sinks: [
      ...filters(
        `Model.Member[${byFilter},where].Argument[0]`,
        `Query.Member[${byFilter},where,merge].Argument[0]`,
        'Model.Member[distinct].Argument[1]',
        'Query.Member[and,or,nor].Argument[0].ArrayElement',
      ),
      ...pipeline('Model.Member[aggregate]'),
      ...sinks('nosql', ['Model.Member[updateOne,updateMany,findOneAndUpdate,findByIdAndUpdate,update].Argument[1]'], { only: 'object' }),
      ...sinks('nosql', [
        'Model.Member[$where].Argument[0]',
        'Query.Member[$where].Argument[0]',
        'Model.Member[mapReduce].Argument[0].Member[map,reduce,finalize]',
      ]),
      ...sinks('write', [`Model.Member[${writes}].Argument[0..]`, 'Model.Argument[0]']),
    ],
    sources: stored(documents, [
      'Query',
      'Model.Member[find,findOne,findById].Argument[1,2,3].Parameter[1]',
      'Query.Member[exec].Argument[0].Parameter[1]',
    ]),
    sanitizers: cleans(['nosql'], ['Member[sanitizeFilter]']),
    // Says that a filter may have operators. https://mongoosejs.com/docs/api/mongoose.html#Mongoose.prototype.trusted()
    summaries: passes('value', ['Member[trusted]']),
  }),
  defineModel({ module: ['mongo-sanitize', 'mongo-escape'], sanitizers: cleans(['nosql'], ['', 'Member[sanitize,escape]']) }),
  defineModel({ module: 'express-mongo-sanitize', sanitizers: cleans(['nosql'], ['Member[sanitize]']) }),
  // Query strings have operators and scripts; what a match looks for is data.
  defineModel({
    module: ['@elastic/elasticsearch', '@opensearch-project/opensearch', 'elasticsearch', '@elastic/elasticsearch-serverless'],
    types: { Client: ['Member[Client].Instance', 'Client.Member[child].ReturnValue'] },
    sinks: [
      ...sinks('nosql', ['Client.Member[search,count,updateByQuery,deleteByQuery,update_by_query,delete_by_query,msearch].Argument[0]'], {
        only: 'object',
      }),
      ...sinks('nosql', ['Client.Member[search,count,updateByQuery,deleteByQuery].Argument[0].Member[body,query]'], { only: 'object' }),
      ...sinks('nosql', ['Client.Member[search,count,updateByQuery,deleteByQuery].Argument[0].Member[body].Member[query]'], {
        only: 'object',
      }),
      ...sinks('nosql', [
        'Client.Member[search,count,updateByQuery,deleteByQuery].Argument[0].Member[q]',
        'Client.Member[search,count,updateByQuery,deleteByQuery].Argument[0].Member[body].Member[query].Member[query_string].Member[query]',
        'Client.Member[search,count,updateByQuery,deleteByQuery].Argument[0].Member[query].Member[query_string].Member[query]',
        'Client.Member[search,count,update,updateByQuery].Argument[0].Member[body].Member[script].Member[source,inline]',
        'Client.Member[search,count,update,updateByQuery].Argument[0].Member[script].Member[source,inline]',
      ]),
      ...sinks('write', ['Client.Member[index,create,update,bulk,delete].Argument[0]']),
    ],
    sources: stored(documents, [
      'Client.Member[search,get,mget,msearch].ReturnValue',
      'Client.Member[search,get].Argument[1].Parameter[1]',
    ]),
  }),
  // A script runs on the server; keys and arguments go beside it.
  defineModel({
    module: ['redis', 'ioredis', '@redis/client', 'handy-redis', 'async-redis', '@upstash/redis', 'iovalkey', '@valkey/valkey-glide'],
    types: {
      Client: [
        'Instance',
        'Member[createClient,createCluster,createNodeRedisClient].ReturnValue',
        'Member[Redis,Cluster].Instance',
        'Client.Member[duplicate,multi,pipeline,connect].ReturnValue',
      ],
    },
    sinks: [
      ...sinks('nosql', [
        'Client.Member[eval,evalRo,EVAL,call,sendCommand,send_command].Argument[0]',
        'Client.Member[sendCommand].Argument[0].Member[0]',
        'Client.Member[script].Argument[1]',
        'Client.Member[scriptLoad].Argument[0]',
      ]),
      ...sinks('write', [
        'Client.Member[set,hset,hSet,hmset,sadd,sAdd,lpush,lPush,rpush,rPush,zadd,zAdd,publish,xadd,xAdd,setex,setEx].Argument[0..]',
      ]),
    ],
    sources: stored('the cache entry that the event names', [
      'Client.Member[get,hget,hGet,hgetall,hGetAll,lrange,lRange,smembers,sMembers,mget,mGet].ReturnValue',
      'Client.Member[get,hget,hgetall,lrange,smembers,mget].Argument[1,2,3].Parameter[1]',
    ]),
  }),
  // The first argument of where() names a field, the second an operator.
  defineModel({
    module: ['@google-cloud/firestore', 'firebase-admin', 'firebase-admin/firestore', 'firebase/firestore'],
    types: {
      Store: ['Member[Firestore].Instance', 'Member[firestore,getFirestore].ReturnValue', 'Instance'],
      Collection: [
        'Store.Member[collection,collectionGroup].ReturnValue',
        'Collection.Member[where,orderBy,limit,select].ReturnValue',
        'Document.Member[collection].ReturnValue',
      ],
      Document: ['Store.Member[doc].ReturnValue', 'Collection.Member[doc].ReturnValue'],
      Snapshot: [
        'Document.Member[get].ReturnValue',
        'Collection.Member[get].ReturnValue.Member[docs].ArrayElement',
        'Collection.Member[get].ReturnValue.Member[forEach].Argument[0].Parameter[0]',
      ],
    },
    sinks: [
      ...sinks('nosql', ['Collection.Member[where].Argument[0,1]', 'Member[where].Argument[0,1]']),
      ...sinks('write', ['Document.Member[set,update,create].Argument[0]', 'Collection.Member[add].Argument[0]']),
    ],
    sources: stored(documents, ['Snapshot.Member[data].ReturnValue', 'Snapshot.Member[get].ReturnValue']),
  }),
];
