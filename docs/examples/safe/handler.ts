import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { Pool } from 'pg';

const pool = new Pool();

interface Search {
  customer: string;
  total: string;
}

// Both values are bound, and the number is parsed as a number.
export const handler: APIGatewayProxyHandlerV2 = async event => {
  const { customer, total } = JSON.parse(event.body ?? '{}') as Search;
  const limit = Number(total);
  const { rows } = await pool.query('SELECT id FROM orders WHERE customer = $1 AND total < $2', [customer, limit]);
  return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(rows) };
};
