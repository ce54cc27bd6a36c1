/** An ARM id below a resource group, taken apart. Case as given. */
export interface ArmId {
  subscriptionId: string
  group: string
  namespace: string
  /** `virtualNetworks/subnets`: the types joined, without the namespace. */
  type: string
  names: string[]
}

/** Undefined for anything that is not the id of a resource in a resource group. */
export function parseId(id: string): ArmId | undefined {
  const segments = id.split('/')
  const [empty, subscriptions, subscriptionId, groups, group, providers, namespace] = segments
  if (empty !== '' || subscriptions?.toLowerCase() !== 'subscriptions') return undefined
  if (groups?.toLowerCase() !== 'resourcegroups' || providers?.toLowerCase() !== 'providers') return undefined
  if (!subscriptionId || !group || !namespace || segments.length < 9) return undefined
  const names: string[] = []
  let type = ''
  for (let at = 7; at < segments.length; at += 2) {
    const [word, name] = [segments[at], segments[at + 1]]
    if (!word || !name) return undefined
    type = type === '' ? word : `${type}/${word}`
    names.push(name)
  }
  return { subscriptionId, group, namespace, type, names }
}

/** The last name of an id. */
export function nameOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1)
}

/** `…/virtualNetworks/hub/subnets/x` → `…/virtualNetworks/hub`; undefined when `id` is top level. */
export function parentId(id: string): string | undefined {
  const parent = id.split('/').slice(0, -2).join('/')
  return parseId(parent) === undefined ? undefined : parent
}

export function sameId(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one.toLowerCase() === other.toLowerCase()
}
