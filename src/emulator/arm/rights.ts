const VERBS: Record<string, string> = {
  GET: 'read',
  HEAD: 'read',
  PUT: 'write',
  PATCH: 'write',
  DELETE: 'delete',
}

/** The right a request needs: `Microsoft.Network/connections/read`, `Microsoft.Network/virtualNetworkGateways/reset/action`. */
export function actionOf(method: string, segments: string[]): string {
  const at = segments.map((one) => one.toLowerCase()).lastIndexOf('providers')
  const verb = VERBS[method]
  if (at === -1) {
    const type = segments.length > 2 ? 'subscriptions/resourceGroups' : 'subscriptions'
    return `Microsoft.Resources/${type}/${verb ?? 'action'}`
  }
  const types = segments.slice(at + 2).filter((_, index) => index % 2 === 0)
  return [segments[at + 1], ...types, verb ?? 'action'].join('/')
}

/** What the request is about: the resource, or for a list the scope it lists. */
export function scopeOf(segments: string[]): string {
  const at = segments.map((one) => one.toLowerCase()).lastIndexOf('providers')
  if (at === -1) return `/${segments.slice(0, 4).join('/')}`
  const inside = segments.length - at - 2
  if (inside <= 1) return `/${segments.slice(0, at).join('/')}`
  return `/${(inside % 2 === 0 ? segments : segments.slice(0, -1)).join('/')}`
}
