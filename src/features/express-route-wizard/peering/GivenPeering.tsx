import { Link } from 'react-router-dom'
import styles from '../../../components/wizard/FormStep.module.css'
import { isProviderLayer3 } from '../../../model/express-route/set-up-tags.ts'
import { actionPath } from '../../../model/paths.ts'
import type { ExpressRouteCircuit } from '../../../model/resources/expressroute.ts'

interface GivenPeeringProps {
  circuit: ExpressRouteCircuit
  peering: ExpressRouteCircuit['peerings'][number]
  /** The circuit is somebody else's. */
  isTheirs: boolean
}

/** A peering that is there stays as it is: who made it configures it. */
export function GivenPeering({ circuit, peering, isTheirs }: GivenPeeringProps) {
  const facts: [string, string | number | undefined][] = [
    ['Your AS number', peering.peerASN],
    ['VLAN ID', peering.vlanId],
    ['Primary subnet', peering.primaryPrefix],
    ['Secondary subnet', peering.secondaryPrefix],
    ...(peering.ipv6
      ? ([
          ['IPv6 primary subnet', peering.ipv6.primaryPrefix],
          ['IPv6 secondary subnet', peering.ipv6.secondaryPrefix],
        ] satisfies [string, string | undefined][])
      : []),
    ['Sessions', peering.state],
    ['State', peering.provisioningState],
  ]
  return (
    <>
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
      <p className={styles.note}>
        It is there and stays as it is.{' '}
        {isTheirs ? (
          'The owner of the circuit configures it.'
        ) : (
          <>
            {circuit.expressRoutePortId === undefined &&
              (isProviderLayer3(circuit)
                ? `By its tag ${circuit.serviceProviderName ?? 'the provider'} runs layer 3 and configures it; ask there for a change. Where that is not so, `
                : `Where ${circuit.serviceProviderName ?? 'the provider'} runs layer 3, it configures it; ask there for a change. Else `)}
            <Link className={styles.link} to={actionPath(circuit.id, 'peering')}>
              {circuit.expressRoutePortId === undefined ? 'change it here' : 'Change it'}
            </Link>
            .
          </>
        )}
      </p>
    </>
  )
}
