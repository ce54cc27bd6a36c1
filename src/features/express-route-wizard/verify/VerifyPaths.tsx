import { ResourceLink } from '../../../components/ResourceLink.tsx'
import styles from '../../../components/wizard/Verify.module.css'
import { privatePeeringOf } from '../../../model/edits/peering.ts'
import { keyOf } from '../../../model/paths.ts'
import { isCarrying, verifyHeadline } from '../../../model/circuit/verify-headline.ts'
import { usePathsTold } from '../../../queries/use-circuit-paths.ts'
import { useEstate } from '../../../queries/use-estate.ts'
import { useReadOnce } from '../../../queries/use-coming-up.ts'
import { CircuitCheck } from './CircuitCheck.tsx'
import { GatewayRoutes } from './GatewayRoutes.tsx'
import { NextSteps } from './NextSteps.tsx'
import { ResiliencyCheck } from './ResiliencyCheck.tsx'
import type { VerifyTargets } from './targets.ts'

/** Whether the set-up carries traffic: both paths of each circuit, what the gateway learns from them, and what may fail. */
export function VerifyPaths({ gatewayId, circuits }: VerifyTargets) {
  const { estate } = useEstate()
  const found = circuits.map(({ circuitId }) => {
    const one = estate.resources.get(keyOf(circuitId))
    return one?.kind === 'expressRouteCircuit' ? one : undefined
  })
  const peerings = found.map((circuit) => circuit && privatePeeringOf(circuit))
  const told = usePathsTold(peerings.map((peering, at) => peering?.id ?? `${circuits[at]?.circuitId}/none`))
  useReadOnce([
    ...(gatewayId === undefined ? [] : [gatewayId]),
    ...circuits.map(({ circuitId }) => circuitId),
  ])
  const gateway = estate.resources.get(keyOf(gatewayId ?? ''))
  const known = found.flatMap((circuit) => circuit ?? [])
  const allUp = told.every((reading) => reading !== undefined && isCarrying(reading))
  return (
    <div className={styles.page}>
      <div>
        <div role="status">
          <h1 className={styles.title} tabIndex={-1}>
            {verifyHeadline(told)}
          </h1>
        </div>
        {!allUp && (
          <p className={styles.note}>
            Azure is asked anew while you look. Your routers need the same VLAN, subnets and AS numbers as the
            peering.
          </p>
        )}
      </div>
      {circuits.map((target, at) => (
        <CircuitCheck
          key={target.connectionId}
          target={target}
          circuit={found[at]}
          peering={peerings[at]}
          estate={estate}
        />
      ))}
      {gateway?.kind === 'virtualNetworkGateway' && (
        <GatewayRoutes
          gateway={gateway}
          estate={estate}
          isUp={told.some((one) => one !== undefined && isCarrying(one))}
        />
      )}
      {gateway?.kind === 'expressRouteGateway' && gateway.virtualHubId !== undefined && (
        <p className={styles.text}>
          What the hub learns stands with its route tables: <ResourceLink id={gateway.virtualHubId} />
        </p>
      )}
      <ResiliencyCheck gateway={gateway} circuits={known} estate={estate} />
      <NextSteps gatewayId={gatewayId} circuits={known} estate={estate} allUp={allUp} />
    </div>
  )
}
