import { connectionVerdict } from '../details/values.ts'
import type { Estate } from '../estate.ts'
import { readTime } from '../format.ts'
import { keyOf, nameOfId } from '../paths.ts'
import type { Connection } from '../resources/vpn.ts'
import type { Verdict } from '../status/verdict.ts'
import { farEndOf } from './gateway-tunnels.ts'
import { addressesIn, instanceOfTunnel, instancesOf } from './instances.ts'

/** One tunnel of a connection between its ends. */
export interface ConnectionTunnel {
  key: string
  /** `Instance 0`, or the tunnel's name as Azure writes it where the instance cannot be told. */
  label: string
  /** Azure's and the far side's address, where they can be told. */
  azure?: string
  far?: string
  status: string
  verdict: Verdict
  received?: number
  sent?: number
  /** Milliseconds since the epoch of when it came up last, also of one that is down now. */
  establishedAt?: number
}

/** One end of a connection, as far as it was read. */
export interface ConnectionEnd {
  id: string
  name: string
  place: string
  verdict?: Verdict
  /** Addresses. */
  facts: string[]
}

export interface ConnectionPicture {
  far?: ConnectionEnd
  near?: ConnectionEnd
  tunnels: ConnectionTunnel[]
}

/** Both ends of a VPN connection with each tunnel between them; what was not read is left out. */
export function connectionPicture(connection: Connection, estate: Estate): ConnectionPicture {
  const gateway = estate.resources.get(keyOf(connection.gateway1Id ?? ''))
  const read = gateway?.kind === 'virtualNetworkGateway' ? gateway : undefined
  const instances = read ? instancesOf(read, estate) : []
  const far = farEndOf(connection, { key: keyOf(connection.gateway1Id ?? '') }, estate)
  const remote = far?.addresses ?? []
  return {
    ...(far && {
      far: endOf(far.id, connection.localNetworkGatewayId ? 'On-premises' : 'Azure', remote, estate),
    }),
    ...(connection.gateway1Id !== undefined && {
      near: endOf(
        connection.gateway1Id,
        'Azure',
        instances.flatMap(({ addresses }) => addresses),
        estate,
      ),
    }),
    tunnels: connection.tunnels.map((tunnel, index): ConnectionTunnel => {
      const instance = instanceOfTunnel(tunnel.name, instances)
      const named = addressesIn(tunnel.name).filter((one) => remote.includes(one))
      const address = named.length === 1 ? named[0] : remote.length === 1 ? remote[0] : undefined
      const establishedAt = readTime(tunnel.lastEstablished)
      return {
        key: `${index} ${tunnel.name}`,
        label: instance?.label ?? tunnel.name,
        ...(instance?.addresses.length === 1 && { azure: instance.addresses[0] }),
        ...(address !== undefined && { far: address }),
        status: tunnel.connectionStatus ?? 'not given by Azure',
        verdict:
          tunnel.connectionStatus === undefined ? 'unknown' : connectionVerdict(tunnel.connectionStatus),
        ...(tunnel.ingressBytes !== undefined && { received: tunnel.ingressBytes }),
        ...(tunnel.egressBytes !== undefined && { sent: tunnel.egressBytes }),
        ...(establishedAt !== undefined && { establishedAt }),
      }
    }),
  }
}

function endOf(id: string, place: string, facts: string[], estate: Estate): ConnectionEnd {
  const read = estate.resources.get(keyOf(id))
  const judgement = estate.judgement(keyOf(id))
  return {
    id: read?.id ?? id,
    name: read?.name ?? nameOfId(id),
    place,
    ...(judgement && { verdict: judgement.verdict }),
    facts,
  }
}
