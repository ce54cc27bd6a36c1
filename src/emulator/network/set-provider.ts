import type { Exchange } from '../arm/exchange.ts'
import { numberOf } from '../clock.ts'
import { scaled } from '../arm/timing.ts'
import { type Living, settled } from '../store/living.ts'
import type { ProviderAct } from '../wire/control.ts'
import { idAt, textAt } from '../wire/read.ts'
import { find, livingIn, referrers } from './find.ts'
import { networkTypeOfId } from './table.ts'

/** A provider takes days and weeks; here minutes, so that somebody sees both states. */
const SECONDS = 240

/**
 * What the service provider of a circuit does, outside of ARM (ExpressRoute document 2.6).
 * @returns why it cannot be: a sentence
 */
export function setProvider(exchange: Exchange, circuit: string, act: ProviderAct): string | undefined {
  const at = find(exchange, circuit)
  if (at === undefined || networkTypeOfId(circuit)?.type !== 'expressRouteCircuits')
    return `There is no circuit ${circuit}.`
  if (idAt(at.properties.expressRoutePort) !== undefined)
    return `${at.row.id} is on an own port: it has no provider.`
  const state = textAt(at.properties.serviceProviderProvisioningState) ?? 'NotProvisioned'
  const ends = exchange.now + scaled(SECONDS, exchange.settings.speed)
  const base = settled(at.row, exchange.now)
  const save = (now: Record<string, string>, then?: Record<string, string>) =>
    exchange.save({
      ...base,
      properties: { ...base.properties, ...now },
      etag: `W/"${exchange.newGuid()}"`,
      due: [
        ...base.due.filter(({ merge }) => merge.serviceProviderProvisioningState === undefined),
        ...(then === undefined ? [] : [{ at: ends, merge: then }]),
      ],
    })
  switch (act) {
    case 'provision':
      if (state !== 'NotProvisioned')
        return `${at.row.id} is ${state}: only one that is NotProvisioned can be provisioned.`
      save(
        { serviceProviderProvisioningState: 'Provisioning', serviceProviderNotes: '' },
        { serviceProviderProvisioningState: 'Provisioned' },
      )
      return undefined
    case 'refuse':
      if (state === 'Provisioned') return `${at.row.id} is Provisioned: there is nothing to refuse.`
      save({
        serviceProviderProvisioningState: 'NotProvisioned',
        serviceProviderNotes: 'The order was refused: the service key is not known to us for this location.',
      })
      return undefined
    case 'deprovision': {
      const used = [
        ...referrers(exchange, at.row.id, 'connections'),
        ...livingIn(exchange, `${at.row.key}/peerings`),
      ][0]
      // What a provider does with a circuit in use is told nowhere; here it asks for the order of the document.
      if (used !== undefined)
        return `${used.row.id} has to be deleted before the provider takes the circuit down.`
      if (state === 'NotProvisioned') return `${at.row.id} is not provisioned.`
      save(
        { serviceProviderProvisioningState: 'Deprovisioning' },
        { serviceProviderProvisioningState: 'NotProvisioned' },
      )
      return undefined
    }
    case 'peer':
      if (state !== 'Provisioned')
        return `${at.row.id} is ${state}: its peering is made once it is Provisioned.`
      return makePeering(exchange, at)
    default:
      return act satisfies never
  }
}

/** Until both sessions are up. */
const SESSION_SECONDS = 60

/**
 * The private peering as a provider that runs layer 3 makes it, with an AS number and subnets of its own (ExpressRoute document 2.4, step
 * 6, and 10). What `lastModifiedBy` reads then is recorded nowhere: `Provider` is assumed.
 */
function makePeering(exchange: Exchange, circuit: Living): string | undefined {
  const id = `${circuit.row.id}/peerings/AzurePrivatePeering`
  if (find(exchange, id) !== undefined) return `${circuit.row.id} has a private peering already.`
  const links = `192.168.${numberOf(circuit.row.key, 256)}`
  const vlans = livingIn(exchange, `${circuit.row.key}/peerings`).map(({ properties }) => properties.vlanId)
  const etag = `W/"${exchange.newGuid()}"`
  exchange.save({
    kind: 'resource',
    key: id.toLowerCase(),
    id,
    properties: {
      peeringType: 'AzurePrivatePeering',
      azureASN: 12076,
      peerASN: 64900,
      primaryPeerAddressPrefix: `${links}.0/30`,
      secondaryPeerAddressPrefix: `${links}.4/30`,
      primaryAzurePort: 'A51-MSEE-06GMR-CIS-1-PRI-A',
      secondaryAzurePort: 'A51-MSEE-06GMR-CIS-2-SEC-A',
      state: 'Enabled',
      vlanId: [900, 901, 902].find((vlan) => !vlans.includes(vlan)) ?? 903,
      gatewayManagerEtag: '',
      lastModifiedBy: 'Provider',
      peeredConnections: [],
    },
    guid: exchange.newGuid(),
    etag,
    state: 'Succeeded',
    due: [],
    inside: { upAt: exchange.now + scaled(SESSION_SECONDS, exchange.settings.speed) },
  })
  exchange.save({ ...settled(circuit.row, exchange.now), etag })
  return undefined
}
