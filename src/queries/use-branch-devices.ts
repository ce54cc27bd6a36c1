import { useQueryClient } from '@tanstack/react-query'
import { keys } from './keys.ts'
import { type DemoDevice, useDemo } from './use-demo.ts'

/** Sets the devices of branches in the demo, and reads anew what it changes; `undefined` on Azure, and where nothing can be changed. */
export function useBranchDevices():
  | ((connectionIds: readonly string[], device: DemoDevice) => Promise<void>)
  | undefined {
  const demo = useDemo()
  const client = useQueryClient()
  if (demo === undefined || demo.opened?.readOnly === true) return undefined
  return async (connectionIds, device) => {
    for (const id of connectionIds) await demo.setFarSide(id, device)
    await Promise.all(connectionIds.map((id) => client.invalidateQueries({ queryKey: keys.resource(id) })))
  }
}
