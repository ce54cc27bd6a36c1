import { contoso } from '../../src/emulator/estates/contoso/contoso.ts'
import { resourcePath } from '../../src/model/paths.ts'

/** The id of the one resource of the demo estate that is called so. */
export function idOf(name: string): string {
  const found = contoso.resources.filter(({ id }) => id.endsWith(`/${name}`))
  const [only] = found
  if (found.length !== 1 || !only) throw new Error(`${found.length} resources are called ${name}`)
  return only.id
}

/** The address of its page. */
export function pageOf(name: string, tab?: 'json'): string {
  return resourcePath(idOf(name), tab)
}
