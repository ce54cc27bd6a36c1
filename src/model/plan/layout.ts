import { keyOf, parseArmId } from '../paths.ts'
import type { Plan, PlannedResource } from './plan.ts'

/** One deployment of a plan: the outer one, or a nested one for another resource group. */
export interface Part {
  subscriptionId: string
  resourceGroup: string
  resources: readonly PlannedResource[]
}

export interface NestedPart extends Part {
  name: string
  /** What has to be there before: resources of the outer deployment, and other nested ones by name. */
  dependsOn: readonly Dependency[]
}

export type Dependency = { is: 'resource'; id: string } | { is: 'nested'; part: NestedPart }

export interface Layout {
  outer: Part
  nested: readonly NestedPart[]
  /** What a resource of the outer deployment waits for; of a nested one only what is in the same. */
  dependenciesOf(resource: PlannedResource): Dependency[]
}

/** Deployment names: up to 64 characters of letters, digits and `-_.()` (ARM contract 12.3). */
const LONGEST_NAME = 64

/**
 * Spreads a plan over one deployment for its own resource group and nested ones for others. Whoever depends on one resource of a nested
 * deployment waits for all of it, so a group gets as many as it takes for none to wait in a circle: one for each
 * number of times that a chain of dependencies has crossed into another group.
 * @param name begins the names of the nested ones
 */
export function layoutOf(plan: Plan, name: string = plan.name): Layout {
  const planned = new Map(plan.resources.map((one) => [keyOf(one.id), one]))
  const own = groupKey(plan.at)
  const waves = new Map<string, number>()
  const places = new Map<string, { id: string; name: string; wave: number; resources: PlannedResource[] }>()
  const outer: PlannedResource[] = []
  // Each comes after what it depends on.
  for (const resource of plan.resources) {
    const group = groupOf(resource.id)
    const wave = resource.dependsOn.reduce((most, id) => {
      const before = waves.get(keyOf(id))
      return before === undefined ? most : Math.max(most, before + (groupOf(id) === group ? 0 : 1))
    }, 0)
    waves.set(keyOf(resource.id), wave)
    if (group === own) {
      outer.push(resource)
      continue
    }
    const key = `${group} ${wave}`
    const place = places.get(key) ?? {
      id: resource.id,
      name: nestedName(name, parseArmId(resource.id)?.resourceGroup ?? '', places.size + 1),
      wave,
      resources: [],
    }
    places.set(key, place)
    place.resources.push(resource)
  }

  const nested: NestedPart[] = []
  const partOf = new Map<string, NestedPart>()
  const asDependency = (id: string): Dependency[] => {
    const part = partOf.get(keyOf(id))
    if (part) return [{ is: 'nested', part }]
    return planned.has(keyOf(id)) ? [{ is: 'resource', id }] : []
  }
  for (const { id, name: called, resources } of [...places.values()].sort((a, b) => a.wave - b.wave)) {
    const inside = new Set(resources.map((one) => keyOf(one.id)))
    const outside = resources.flatMap((one) => one.dependsOn.filter((on) => !inside.has(keyOf(on))))
    const { subscriptionId, resourceGroup } = placeOf(id)
    const dependsOn = distinct(outside.flatMap(asDependency))
    const part = { name: called, subscriptionId, resourceGroup, resources, dependsOn }
    nested.push(part)
    for (const key of inside) partOf.set(key, part)
  }
  return {
    outer: { ...plan.at, resources: outer },
    nested,
    dependenciesOf(resource) {
      const part = partOf.get(keyOf(resource.id))
      if (!part) return distinct(resource.dependsOn.flatMap(asDependency))
      return resource.dependsOn
        .filter((id) => partOf.get(keyOf(id)) === part)
        .map((id) => ({ is: 'resource', id }))
    },
  }
}

function placeOf(id: string): { subscriptionId: string; resourceGroup: string } {
  const { subscriptionId = '', resourceGroup = '' } = parseArmId(id) ?? {}
  return { subscriptionId, resourceGroup }
}

function groupOf(id: string): string {
  return groupKey(placeOf(id))
}

function groupKey({
  subscriptionId,
  resourceGroup,
}: {
  subscriptionId: string
  resourceGroup: string
}): string {
  return `${subscriptionId}/${resourceGroup}`.toLowerCase()
}

function nestedName(name: string, group: string, number: number): string {
  const end = `-${number}`
  return `${name}-${group}`.replace(/[^\w.()-]/g, '-').slice(0, LONGEST_NAME - end.length) + end
}

function distinct(all: readonly Dependency[]): Dependency[] {
  const seen = new Set<string>()
  return all.filter((one) => {
    const key = one.is === 'nested' ? `nested ${one.part.name}` : keyOf(one.id)
    return seen.size < seen.add(key).size
  })
}
