import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { Pool } from 'pg';

const pool = new Pool();

interface Search {
  customer: string;
  total: string;
}

// An HTTP route: a field of the body becomes part of a query, and another one is evaluated.
export const handler: APIGatewayProxyHandlerV2 = async event => {
  const { customer, total } = JSON.parse(event.body ?? '{}') as Search;
  const limit: number = eval(total);
  const { rows } = await pool.query(`SELECT id FROM orders WHERE customer = '${customer}' AND total < $1`, [limit]);
  return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(rows) };
};
