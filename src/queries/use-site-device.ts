import { useQueryClient } from '@tanstack/react-query'
import type { VpnConnection } from '../model/resources/virtual-wan.ts'
import { keys } from './keys.ts'
import { type DemoDevice, useDemo } from './use-demo.ts'

/** Sets the device at the far end of a site's connection, and reads anew what it changes; `undefined` on Azure, and where nothing can be changed. */
export function useSiteDevice({
  id,
  links,
}: VpnConnection): ((device: DemoDevice) => Promise<void>) | undefined {
  const demo = useDemo()
  const client = useQueryClient()
  if (demo === undefined || demo.opened?.readOnly === true) return undefined
  return async (device) => {
    await demo.setFarSide(id, device)
    const changed = [
      keys.resource(id),
      ...links.flatMap((link) => (link.id === undefined ? [] : [keys.ike(link.id)])),
    ]
    await Promise.all(changed.map((queryKey) => client.invalidateQueries({ queryKey })))
  }
}
