import { Link } from 'react-router-dom'
import { ResourceLink } from '../../../components/ResourceLink.tsx'
import styles from '../../../components/wizard/FormStep.module.css'
import { locationOf } from '../../../model/express-route/place.ts'
import type { CircuitAnswers } from '../../../model/express-route/answers.ts'
import { bandwidth } from '../../../model/format.ts'
import { actionPath, nameOfId } from '../../../model/paths.ts'
import type { ExpressRouteCircuit } from '../../../model/resources/expressroute.ts'
import { regionName } from '../../../model/resources/regions.ts'
import { useWizard } from '../wizard.ts'

interface OrderedCircuitProps {
  circuit: CircuitAnswers
  /** As it is there. */
  found: ExpressRouteCircuit
}

/** A circuit that was ordered is as it is: nothing that is typed here would change it. */
export function OrderedCircuit({ circuit, found }: OrderedCircuitProps) {
  const { answers, around } = useWizard()
  const { serviceProviderName, expressRoutePortId, bandwidthInMbps, bandwidthInGbps, tier, family } = found
  const mbps = bandwidthInMbps ?? (bandwidthInGbps === undefined ? undefined : 1000 * bandwidthInGbps)
  const facts: [string, string | undefined][] = [
    expressRoutePortId === undefined
      ? ['Provider', serviceProviderName]
      : ['Ports', nameOfId(expressRoutePortId)],
    ['Peering location', locationOf(circuit, answers, around) || undefined],
    ['Bandwidth', mbps === undefined ? undefined : bandwidth(mbps)],
    ['SKU', [tier, family].filter((one) => one !== undefined).join(', ') || undefined],
    ['Region of the resource', regionName(found.location ?? '') || undefined],
    ['Resource group', found.resourceGroup],
  ]
  return (
    <>
      <p className={styles.note}>
        <ResourceLink id={found.id} name={found.name} /> is ordered and stays as it is here.{' '}
        <Link className={styles.link} to={actionPath(found.id, 'circuit')}>
          Change its SKU or bandwidth
        </Link>
        . Another provider or location takes a new circuit.
      </p>
      <dl className={`${styles.two} ${styles.given}`}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <bdi>{value ?? 'not given'}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
