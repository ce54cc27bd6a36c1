/**
 * Any origin, every method, the headers the preflight asks for (believed of ARM, not verified: ARM contract 8). No cookies:
 * ARM knows bearer tokens only.
 */
export function preflight(request: Request): Response {
  return new Response(null, {
    status: 200,
    headers: {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': 'GET, HEAD, PUT, PATCH, DELETE, POST, OPTIONS',
      'Access-Control-Allow-Headers': request.headers.get('Access-Control-Request-Headers') ?? '*',
      'Access-Control-Max-Age': '3600',
    },
  })
}

/** The answer with leave for every page to read it and all the headers it has; in place. */
export function readableEverywhere(response: Response): Response {
  const names = [...response.headers.keys()]
  response.headers.set('Access-Control-Allow-Origin', '*')
  response.headers.set('Access-Control-Expose-Headers', names.join(', '))
  return response
}
