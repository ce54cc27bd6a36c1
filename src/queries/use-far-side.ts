import { useQueryClient } from '@tanstack/react-query'
import { keyOf } from '../model/paths.ts'
import { keys } from './keys.ts'
import { type DemoDevice, useDemo } from './use-demo.ts'

/** Sets the device of a connection, and reads anew what it changes; `undefined` on Azure, and where nothing can be changed. */
export function useFarSide(connectionId: string): ((device: DemoDevice) => Promise<void>) | undefined {
  const demo = useDemo()
  const client = useQueryClient()
  if (demo === undefined || demo.opened?.readOnly === true) return undefined
  return async (device) => {
    await demo.setFarSide(connectionId, device)
    client.removeQueries({ queryKey: ['question', keyOf(connectionId)] })
    await Promise.all(
      [keys.resource(connectionId), keys.ike(connectionId)].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    )
  }
}
