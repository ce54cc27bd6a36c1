import type { PlanRun } from '../model/deployments/run.ts'
import { portalAddress } from '../model/portal.ts'
import { useDemo } from './use-demo.ts'
import { usePortal } from './use-deployment.ts'
import { useEstate } from './use-estate.ts'
import { useNotify } from './use-notify.ts'
import { useTypicalTimes } from './use-operations.ts'
import { useRemoveCreated, useRunControls } from './use-run.ts'

/** All that the page of a run shows and can do, but what it means for its wizard. */
export function useRunPage(run: PlanRun) {
  const { estate } = useEstate()
  const demo = useDemo()
  const portal = usePortal()
  const { cancel } = useRunControls()
  const tenantId = estate.subscriptions.find(({ subscriptionId }) =>
    run.id.toLowerCase().startsWith(`/subscriptions/${subscriptionId.toLowerCase()}/`),
  )?.tenantId
  return {
    run,
    typicalOf: useTypicalTimes(),
    subscriptions: estate.subscriptions,
    /** Its address there; `undefined` where there is none. */
    portal: demo !== undefined || portal === undefined ? undefined : portalAddress(run.id, tenantId, portal),
    faster: demo !== undefined && demo.speed !== 'realistic',
    notify: useNotify(),
    removal: useRemoveCreated(run),
    cancel: () => cancel(run.key),
  }
}
