/** Whether a deployment is only asked about: what it would do, or whether it may. */
export function isQuestion(method: string, segments: readonly string[]): boolean {
  return method === 'POST' && /\/deployments\/[^/]+\/(validate|whatif)$/i.test(segments.join('/'))
}
