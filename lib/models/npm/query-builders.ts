import { defineModel, type SanitizerSpec } from '../model.js';
import { cleans, rows, sinks, storedBy } from '../specs.js';

const knexRaw =
  'raw,whereRaw,andWhereRaw,orWhereRaw,havingRaw,andHavingRaw,orHavingRaw,groupByRaw,orderByRaw,joinRaw,fromRaw,selectRaw,intoRaw,withRaw,columnRaw';
const knexModels = 'Member[Model].Member[query,relatedQuery]';
const conditions = 'where,andWhere,orWhere,having,andHaving,orHaving';
const columns = 'orderBy,addOrderBy,groupBy,addGroupBy,select,addSelect';
const joins =
  'leftJoin,innerJoin,leftJoinAndSelect,innerJoinAndSelect,leftJoinAndMapOne,leftJoinAndMapMany,innerJoinAndMapOne,innerJoinAndMapMany';
const prismaReads = 'findMany,findUnique,findUniqueOrThrow,findFirst,findFirstOrThrow,aggregate,groupBy';
const prismaWrites = 'create,createMany,createManyAndReturn,update,updateMany,upsert,delete,deleteMany';
const sequelizeReads = 'findAll,findOne,findByPk,findAndCountAll,findOrCreate,findOrBuild,findCreateFind';
const sequelizeWrites = 'create,bulkCreate,update,upsert,destroy,findOrCreate,build';

/** Template tags that bind their values: the query holds them, its text does not. */
const binds = (...tags: readonly string[]): readonly SanitizerSpec[] =>
  [1, 2, 3, 4].flatMap(value => cleans(['sql', 'text-log'], tags, value));

/** Object-relational mappers and query builders: what they quote is safe, what they call raw, unsafe or literal is query text. */
export default [
  // https://sequelize.org/docs/v6/core-concepts/raw-queries
  defineModel({
    module: ['sequelize', 'sequelize-typescript', '@sequelize/core'],
    types: {
      Sequelize: [
        'Instance',
        'Member[Sequelize].Instance',
        'Model.Member[sequelize]',
        'Sequelize.Member[queryInterface].Member[sequelize]',
      ],
      Model: ['Sequelize.Member[define,model].ReturnValue', 'Sequelize.Member[models].AnyMember', 'Member[Model]'],
    },
    sinks: [
      ...sinks('sql', [
        'Sequelize.Member[query,literal].Argument[0]',
        'Sequelize.Member[query].Argument[0].Member[query]',
        'Member[literal].Argument[0]',
      ]),
      ...sinks('sql', ['Member[Sequelize].Member[literal].Argument[0]']),
      ...sinks('write', [`Model.Member[${sequelizeWrites}].Argument[0]`]),
      ...storedBy(['Sequelize.Member[query].Argument[1]']),
    ],
    sources: rows(['Sequelize.Member[query].ReturnValue', `Model.Member[${sequelizeReads}].ReturnValue`]),
    sanitizers: cleans(['sql'], ['Sequelize.Member[escape]']),
  }),
  // Identifiers and values are quoted; the Raw methods take text and bindings. https://knexjs.org/guide/raw.html
  defineModel({
    module: ['knex', 'objection', 'bookshelf', 'knex-serverless-mysql'],
    types: {
      Knex: [
        'ReturnValue',
        'Member[knex].ReturnValue',
        'Knex.Member[transaction].Argument[0,1].Parameter[0]',
        'Knex.Member[transaction,transactionProvider].ReturnValue',
        'Member[Model].Member[knex].ReturnValue',
        'Member[Knex].Instance',
      ],
      Builder: [
        'Knex.ReturnValue',
        'Knex.AnyMember.ReturnValue',
        `${knexModels}.ReturnValue`,
        'Builder.AnyMember.ReturnValue',
        `Builder.Member[${knexRaw}].ReturnValue`,
        'Builder.AnyMember.Argument[0,1].Parameter[0]',
        'Knex.Member[schema]',
      ],
    },
    sinks: [
      ...sinks('sql', ['Knex.Member[raw].Argument[0]', 'Member[raw].Argument[0]', `Builder.Member[${knexRaw}].Argument[0]`]),
      ...sinks('write', ['Builder.Member[insert,update,upsert,insertAndFetch,patch,patchAndFetchById].Argument[0..]']),
    ],
    sources: rows(['Builder', 'Knex.Member[raw].ReturnValue']),
  }),
  // https://typeorm.io/docs/query-builder/select-query-builder
  defineModel({
    module: ['typeorm', '@nestjs/typeorm', 'typeorm-aurora-data-api-driver'],
    types: {
      Manager: [
        'Member[DataSource,Connection,EntityManager,Repository,QueryRunner].Instance',
        'Member[getManager,getConnection,getRepository,createConnection,getCustomRepository].ReturnValue',
        'Manager.Member[manager,connection,queryRunner]',
        'Manager.Member[getRepository,createQueryRunner,withRepository,getCustomRepository,extend,initialize,connect].ReturnValue',
        'Manager.Member[transaction].Argument[0,1].Parameter[0]',
      ],
      Builder: [
        'Manager.Member[createQueryBuilder].ReturnValue',
        'Member[createQueryBuilder].ReturnValue',
        'Builder.AnyMember.ReturnValue',
        `Builder.Member[${conditions},${columns},${joins}].ReturnValue`,
        'Builder.AnyMember.Argument[0,1].Parameter[0]',
        `Builder.Member[${conditions},${columns},${joins}].Argument[0].Parameter[0]`,
        'Member[Brackets,NotBrackets].Argument[0].Parameter[0]',
      ],
    },
    sinks: [
      ...sinks('sql', [
        'Manager.Member[query].Argument[0]',
        `Builder.Member[${conditions},${columns}].Argument[0]`,
        `Builder.Member[${joins}].Argument[2]`,
      ]),
      ...sinks('sql', ['Member[Raw].Argument[0]']),
      ...sinks('write', ['Manager.Member[save,insert,update,upsert,delete,remove].Argument[0..]']),
      ...storedBy(['Manager.Member[query].Argument[1]']),
    ],
    sources: rows([
      'Manager.Member[query,find,findBy,findOne,findOneBy,findOneOrFail,findOneByOrFail,findAndCount].ReturnValue',
      'Builder.Member[getMany,getOne,getOneOrFail,getRawMany,getRawOne].ReturnValue',
    ]),
  }),
  // https://www.prisma.io/docs/orm/prisma-client/using-raw-sql/raw-queries
  defineModel({
    module: ['@prisma/client', '.prisma/client', '@prisma/client/edge', '@prisma/client/extension'],
    types: {
      Client: [
        'Member[PrismaClient].Instance',
        'Client.Member[$extends].ReturnValue',
        'Client.Member[$transaction].Argument[0].Parameter[0]',
      ],
    },
    sinks: [
      ...sinks('sql', ['Client.Member[$queryRawUnsafe,$executeRawUnsafe].Argument[0]', 'Member[Prisma].Member[raw].Argument[0]']),
      ...sinks('write', [`Client.AnyMember.Member[${prismaWrites}].Argument[0]`]),
    ],
    sources: rows(['Client.Member[$queryRaw,$queryRawUnsafe].ReturnValue', `Client.AnyMember.Member[${prismaReads}].ReturnValue`]),
  }),
  // https://orm.drizzle.team/docs/sql
  defineModel({
    module: ['drizzle-orm', 'drizzle-orm/sql'],
    sinks: sinks('sql', ['Member[sql].Member[raw].Argument[0]']),
    sanitizers: binds('Member[sql]'),
  }),
  defineModel({
    module: [
      'drizzle-orm/node-postgres',
      'drizzle-orm/postgres-js',
      'drizzle-orm/neon-http',
      'drizzle-orm/neon-serverless',
      'drizzle-orm/mysql2',
      'drizzle-orm/planetscale-serverless',
      'drizzle-orm/libsql',
      'drizzle-orm/better-sqlite3',
      'drizzle-orm/aws-data-api/pg',
      'drizzle-orm/vercel-postgres',
    ],
    types: { Database: ['Member[drizzle].ReturnValue', 'Database.Member[transaction].Argument[0].Parameter[0]'] },
    sinks: sinks('sql', ['Database.Member[execute,run,all,get,values].Argument[0]']),
    sources: rows(['Database.Member[execute,all,get,values].ReturnValue']),
  }),
  // Neither raw nor lit checks its text. https://kysely-org.github.io/kysely-apidoc/interfaces/Sql.html
  defineModel({
    module: 'kysely',
    sinks: sinks('sql', ['Member[sql].Member[raw,lit].Argument[0]', 'Member[CompiledQuery].Member[raw].Argument[0]']),
  }),
  defineModel({
    module: [
      '@mikro-orm/core',
      '@mikro-orm/knex',
      '@mikro-orm/sql',
      '@mikro-orm/mysql',
      '@mikro-orm/mariadb',
      '@mikro-orm/postgresql',
      '@mikro-orm/sqlite',
      '@mikro-orm/better-sqlite',
    ],
    types: {
      Manager: [
        'Member[MikroORM].Member[init,initSync].ReturnValue.Member[em]',
        'Member[EntityManager,SqlEntityManager].Instance',
        'Manager.Member[fork].ReturnValue',
        'Manager.Member[transactional].Argument[0].Parameter[0]',
      ],
    },
    sinks: sinks('sql', [
      'Manager.Member[execute].Argument[0]',
      'Manager.Member[getConnection].ReturnValue.Member[execute].Argument[0]',
      'Manager.Member[getKnex].ReturnValue.Member[raw].Argument[0]',
      'Member[raw].Argument[0]',
    ]),
    sources: rows(['Manager.Member[execute,find,findOne,findOneOrFail,findAndCount].ReturnValue']),
  }),
  // https://github.com/gajus/slonik#user-content-slonik-query-methods
  defineModel({
    module: 'slonik',
    sources: rows(['Member[createPool].ReturnValue.Member[any,many,maybeOne,one,query].ReturnValue']),
    sanitizers: binds('Member[sql].Member[fragment,unsafe]', 'Member[sql].Member[type].ReturnValue'),
  }),
];
