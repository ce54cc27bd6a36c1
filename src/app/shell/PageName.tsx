import { useMatches } from 'react-router-dom'

/** The name of the page on a narrow screen, where there is no room for the product's. Routes say it in `handle`. */
export function PageName() {
  const named = useMatches().findLast(({ handle }) => nameIn(handle) !== undefined)
  return nameIn(named?.handle) ?? 'Hybrid Connectivity Hub'
}

function nameIn(handle: unknown): string | undefined {
  if (typeof handle !== 'object' || handle === null || !('name' in handle)) return undefined
  return typeof handle.name === 'string' ? handle.name : undefined
}
