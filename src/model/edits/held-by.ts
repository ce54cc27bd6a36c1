import { keyOf, parseArmId } from '../paths.ts'
import type { Resource } from '../resources/resource.ts'

/**
 * Keys of what a write on a resource holds: what it lives in at the top, since parent and children are written as one
 * document, and for a connection the gateways it ends in. Two writes that share one must not overlap: Azure refuses the
 * second with 429 (ARM contract 5, `AnotherOperationInProgress`: "this or dependent resource").
 */
export function heldBy(resource: Resource): string[] {
  const held = [topOf(resource.id)]
  if (resource.kind === 'connection') {
    for (const gateway of [resource.gateway1Id, resource.gateway2Id]) if (gateway) held.push(topOf(gateway))
  }
  return [...new Set(held)]
}

/** The key of what a resource lives in at the top; its own where it is there itself. */
export function topOf(id: string): string {
  const below = (parseArmId(id)?.names.length ?? 1) - 1
  const segments = keyOf(id).split('/')
  return segments.slice(0, segments.length - 2 * below).join('/')
}
