import type { JsonObject } from '../../wire/json.ts'
import type { EstateResource, EstateResourceGroup } from '../estate.ts'

/** What every builder returns: the id for those who refer to it, the rows for the estate. */
export interface Built {
  id: string
  name: string
  rows: EstateResource[]
}

export type Tags = Record<string, string>

/** Members of a resource beside `id` and `properties`; location is the group's unless said otherwise. */
export type Envelope = Omit<Partial<EstateResource>, 'id' | 'properties'>

export function resource(
  group: EstateResourceGroup,
  type: string,
  name: string,
  properties: JsonObject,
  envelope: Envelope = {},
): EstateResource {
  const scope = `/subscriptions/${group.subscriptionId}/resourceGroups/${group.name}`
  const id = `${scope}/providers/Microsoft.Network/${type}/${name}`
  return { id, location: group.location, ...envelope, properties }
}

export function child(parentId: string, type: string, name: string, properties: JsonObject): EstateResource {
  return { id: `${parentId}/${type}/${name}`, properties }
}

/** A sub-resource that lives in its owner's body and has no row of its own. */
export function embedded(ownerId: string, type: string, name: string, properties: JsonObject) {
  return { name, id: `${ownerId}/${type}/${name}`, properties }
}

export function built(name: string, ...rows: [EstateResource, ...EstateResource[]]): Built {
  return { id: rows[0].id, name, rows }
}

export function ref(target: { id: string }): { id: string } {
  return { id: target.id }
}

export function rowsOf(...plans: Record<string, Built>[]): EstateResource[] {
  return plans.flatMap((plan) => Object.values(plan)).flatMap((one) => one.rows)
}

/** The n-th address of an IPv4 prefix; negative counts back from the last one, as -2 for the last usable host. */
export function addressIn(prefix: string, n: number): string {
  const [network = '', bits = '32'] = prefix.split('/')
  const first = network.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0)
  const size = 2 ** (32 - Number(bits))
  const value = first + (n < 0 ? size + n : n)
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.')
}
