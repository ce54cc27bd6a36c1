import { ResourceLink } from '../../../components/ResourceLink.tsx'
import styles from '../../../components/wizard/Verify.module.css'
import { peeringFamilies } from '../../../model/circuit/families.ts'
import { privatePeeringOf } from '../../../model/edits/peering.ts'
import { keyOf, nameOfId } from '../../../model/paths.ts'
import { isNotJoined } from '../../../model/circuit/not-joined.ts'
import {
  areAllUp,
  isAskedAnew,
  isUp,
  type PathsOf,
  verifyHeadline,
} from '../../../model/circuit/verify-headline.ts'
import { usePathsTold } from '../../../queries/use-circuit-paths.ts'
import { useEstate } from '../../../queries/use-estate.ts'
import { useReadOnce } from '../../../queries/use-coming-up.ts'
import { CircuitCheck } from './CircuitCheck.tsx'
import { GatewayRoutes } from './GatewayRoutes.tsx'
import { MicrosoftCheck } from './MicrosoftCheck.tsx'
import { NextSteps } from './NextSteps.tsx'
import { NotConnected } from './NotConnected.tsx'
import { ResiliencyCheck } from './ResiliencyCheck.tsx'
import { isJoined, type VerifyTargets } from './targets.ts'

/** Whether the set-up carries traffic: both paths of each circuit, what the gateway learns from them, and what may fail. */
export function VerifyPaths({ gatewayId, circuits }: VerifyTargets) {
  const { estate } = useEstate()
  const joined = circuits.filter(isJoined)
  const found = joined.map(({ circuitId }) => {
    const one = estate.resources.get(keyOf(circuitId))
    return one?.kind === 'expressRouteCircuit' ? one : undefined
  })
  const peerings = found.map((circuit) => circuit && privatePeeringOf(circuit))
  const told = usePathsTold(peerings.map((peering, at) => peering?.id ?? `${joined[at]?.circuitId}/none`))
  useReadOnce([...(gatewayId === undefined ? [] : [gatewayId]), ...joined.map(({ circuitId }) => circuitId)])
  const paths = circuits.map((target): PathsOf => {
    if (!isJoined(target)) return 'notConnected'
    const at = joined.indexOf(target)
    if (!found[at]) return 'unreadable'
    const [peering, reading] = [peerings[at], told[at]]
    if (!peering) return 'noPeering'
    return reading ? { ...reading, families: peeringFamilies(peering) } : 'notTold'
  })
  const notJoined = joined
    .filter(({ connectionId }) => isNotJoined(estate.resources.get(keyOf(connectionId))))
    .map(({ connectionId }) => nameOfId(connectionId))
  const gateway = estate.resources.get(keyOf(gatewayId ?? ''))
  const known = found.flatMap((circuit) => circuit ?? [])
  return (
    <div className={styles.page}>
      <div>
        <div role="status">
          <h1 className={styles.title} tabIndex={-1}>
            {verifyHeadline(paths, notJoined)}
          </h1>
        </div>
        {isAskedAnew(paths) && (
          <p className={styles.note}>
            Azure is asked anew while you look. Your routers need the same VLAN, subnets and AS numbers as the
            peering.
          </p>
        )}
      </div>
      {circuits.map((target) =>
        isJoined(target) ? (
          <CircuitCheck
            key={target.connectionId}
            target={target}
            circuit={found[joined.indexOf(target)]}
            peering={peerings[joined.indexOf(target)]}
            estate={estate}
          />
        ) : (
          <NotConnected key={target.circuit} {...target} />
        ),
      )}
      {gateway?.kind === 'virtualNetworkGateway' && (
        <GatewayRoutes
          gateway={gateway}
          estate={estate}
          isUp={paths.some(isUp) && notJoined.length < joined.length}
        />
      )}
      {gateway?.kind === 'expressRouteGateway' && gateway.virtualHubId !== undefined && (
        <p className={styles.text}>
          What the hub learns stands with its route tables: <ResourceLink id={gateway.virtualHubId} />
        </p>
      )}
      <MicrosoftCheck circuits={known} />
      <ResiliencyCheck gateway={gateway} circuits={known} estate={estate} />
      <NextSteps gatewayId={gatewayId} circuits={known} estate={estate} allUp={areAllUp(paths, notJoined)} />
    </div>
  )
}
