/** Whether a request changes nothing: GET and HEAD, and a query of Resource Graph, which is a POST. */
export function isRead({ method, url }: { method: string; url: string }): boolean {
  return method === 'GET' || method === 'HEAD' || (method === 'POST' && isGraphQuery(url))
}

/** @param url absolute */
export function isGraphQuery(url: string): boolean {
  return /^[^?]*\/providers\/Microsoft\.ResourceGraph\/resources(?:\?|$)/i.test(url)
}
