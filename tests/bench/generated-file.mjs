/** @returns a file of so many lines: handlers that pass the event on through functions, branches, loops and objects. */
export function generatedFile(lines) {
  const block = i => `
async function load${i}(id, options) {
  const rows = [];
  for (const name of options.names) {
    if (name === 'none') continue;
    rows.push({ id, name });
  }
  return rows.length > 0 ? { rows, size: rows.length } : null;
}
exports.handler${i} = async (event, context) => {
  try {
    const found = await load${i}(event.pathParameters.id, { names: event.multiValueQueryStringParameters.name });
    if (found === null) return { statusCode: 404, body: '' };
    return { statusCode: 200, body: JSON.stringify({ found, request: context.awsRequestId }) };
  } catch (error) {
    return { statusCode: 500, body: 'failed' };
  }
};
`;
  const length = block(0).split('\n').length - 1;
  return Array.from({ length: Math.ceil(lines / length) }, (_, i) => block(i)).join('');
}
