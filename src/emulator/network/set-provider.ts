import type { Exchange } from '../arm/exchange.ts'
import { scaled } from '../arm/timing.ts'
import { settled } from '../store/living.ts'
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
    default:
      return act satisfies never
  }
}
