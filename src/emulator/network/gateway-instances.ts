import type { Exchange } from '../arm/exchange.ts'
import type { Living } from '../store/living.ts'
import { arrayAt, idAt, numberAt, objectAt, objectsAt, textAt } from '../wire/read.ts'
import { publicAddress } from './addresses.ts'
import { find } from './find.ts'

/** One of the machines a gateway runs on: as many as it has IP configurations. */
export interface Instance {
  /** Id of its IP configuration, in lower case. */
  configuration: string
  /** Where devices reach it. */
  publicAddress: string
  /** Absent where the gateway has no BGP settings (Basic). */
  bgpAddress?: string
  customBgpAddresses: string[]
}

/** An active-standby gateway shows the active instance only (recorded behaviour 5). */
export function instancesOf(exchange: Exchange, gateway: Living): Instance[] {
  const peers = objectsAt(objectAt(gateway.properties.bgpSettings).bgpPeeringAddresses)
  return objectsAt(gateway.properties.ipConfigurations).map((one, index) => {
    const address = idAt(objectAt(one.properties).publicIPAddress) ?? ''
    const peer = peers[index]
    const told = textAt(arrayAt(peer?.tunnelIpAddresses)[0])
    const allocated = told ?? textAt(find(exchange, address)?.properties.ipAddress)
    return {
      configuration: `${gateway.row.id}/ipConfigurations/${textAt(one.name) ?? 'default'}`.toLowerCase(),
      publicAddress: allocated ?? publicAddress(address.toLowerCase()),
      bgpAddress: textAt(arrayAt(peer?.defaultBgpIpAddresses)[0]),
      customBgpAddresses: arrayAt(peer?.customBgpIpAddresses).flatMap((each) => textAt(each) ?? []),
    }
  })
}

/** A stretch of time, in ms. */
export interface Outage {
  from: number
  until: number
}

/** When this instance was or is being reset; the newest reset of each instance is kept. */
export function resetsOf(gateway: Living, instance: number): Outage[] {
  return objectsAt(gateway.inside.resets)
    .filter((reset) => reset.instance === instance)
    .flatMap(outageIn)
}

export function outageIn({ from, until }: { [member: string]: unknown }): Outage[] {
  return typeof from === 'number' && typeof until === 'number' ? [{ from, until }] : []
}

/** The time a member of `inside` names, when it has come. */
export function passed(value: Living['inside'][string], now: number): number | undefined {
  const at = numberAt(value)
  return at !== undefined && at <= now ? at : undefined
}
