import type { Answer } from '../../arm/answer.ts'
import { networkError } from '../../arm/refusals.ts'
import { idAt, numberAt, objectAt, textAt } from '../../wire/read.ts'
import { find, livingIn, referrers } from '../find.ts'
import { reachesOthers } from '../global-reach.ts'
import type { Draft } from '../network-type.ts'
import { OFFERS, PROVIDERS } from '../service-provider-table.ts'
import { linksOf, mostLinks } from './circuit-links.ts'
import { references } from './references.ts'
import { firstOf, type Rule } from './rule.ts'

/** Bandwidths of circuits by the bandwidth of their port, both in Gbps (ExpressRoute document 1.2). */
const ON_PORT: Record<number, number[]> = {
  10: [1, 2, 5, 10],
  100: [5, 10, 40, 100],
  400: [5, 10, 40, 100, 200, 400],
}

/** Recorded 400 (recorded behaviour 3). */
const provider: Rule = ({ sent, id }) => {
  const name = textAt(objectAt(sent.serviceProviderProperties).serviceProviderName)
  if (name === undefined || PROVIDERS.some((row) => row.name.toLowerCase() === name.toLowerCase()))
    return undefined
  return networkError(
    400,
    'ExpressRouteCircuitServiceProviderDoesNotExist',
    `The Service Provider ${name} specified for Express Route Circuit ${id} does not exist.`,
  )
}

/** The rules are documented (ExpressRoute document 1.1 to 1.3); code and text are assumed. */
function invalid(id: string, reason: string): Answer {
  return networkError(
    400,
    'InvalidExpressRouteCircuit',
    `The Express Route Circuit ${id} is invalid. ${reason}`,
  )
}

const sku: Rule = ({ body, id, before }) => {
  const { tier, family } = objectAt(body.sku)
  if (textAt(tier) !== undefined && !['Standard', 'Premium', 'Basic', 'Local'].includes(textAt(tier) ?? '')) {
    return invalid(id, `The SKU tier ${textAt(tier)} is not known.`)
  }
  if (textAt(family) !== undefined && !['UnlimitedData', 'MeteredData'].includes(textAt(family) ?? '')) {
    return invalid(id, `The SKU family ${textAt(family)} is not known.`)
  }
  if (tier === 'Local' && family === 'MeteredData')
    return invalid(id, 'The SKU tier Local needs UnlimitedData.')
  return before?.row.sku?.family === 'UnlimitedData' && family === 'MeteredData'
    ? invalid(id, 'The SKU family cannot be changed from UnlimitedData to MeteredData.')
    : undefined
}

/** A smaller tier, while the circuit is more than that takes (ExpressRoute document 1.1, 1.3): documented, the text is assumed. */
const smaller: Rule = ({ body, id, before, exchange }) => {
  const tier = textAt(objectAt(body.sku).tier)
  const was = textAt(before?.row.sku?.tier)
  if (before === undefined || tier === undefined || tier === 'Premium' || tier === was) return undefined
  const peerings = livingIn(exchange, `${before.row.key}/peerings`)
  if (was === 'Premium' && peerings.some(({ row }) => row.key.endsWith('/microsoftpeering')))
    return invalid(id, `The SKU tier ${tier} has no Microsoft peering, and the circuit has one.`)
  if (tier === 'Local' && reachesOthers(exchange, before))
    return invalid(id, 'The SKU tier Local has no Global Reach, and the circuit is in it.')
  const links = linksOf(exchange, before)
  const most = mostLinks(before, tier)
  return links > most
    ? invalid(id, `The SKU tier ${tier} takes ${most} links, and the circuit has ${links}.`)
    : undefined
}

const bandwidth: Rule = ({ sent, before, id, exchange }) => {
  const asked = objectAt(sent.serviceProviderProperties)
  const mbps = numberAt(asked.bandwidthInMbps)
  if (mbps !== undefined && !OFFERS.some(([, offered]) => offered === mbps)) {
    return invalid(id, `The bandwidth ${mbps} Mbps is not offered.`)
  }
  const port = find(exchange, idAt(sent.expressRoutePort) ?? '')
  const choice = ON_PORT[numberAt(port?.properties.bandwidthInGbps) ?? 0]
  const gbps = numberAt(sent.bandwidthInGbps)
  if (choice !== undefined && gbps !== undefined && !choice.includes(gbps)) {
    return invalid(id, `The bandwidth ${gbps} Gbps is not offered on its port.`)
  }
  // Circuits may take twice the port (ExpressRoute document 1.5).
  const taken = referrers(exchange, port?.row.id ?? '', 'expressRouteCircuits')
    .filter(({ row }) => row.key !== id.toLowerCase())
    .reduce((sum, { properties }) => sum + (numberAt(properties.bandwidthInGbps) ?? 0), gbps ?? 0)
  const most = 2 * (numberAt(port?.properties.bandwidthInGbps) ?? Infinity)
  if (gbps !== undefined && taken > most)
    return invalid(id, `Circuits of its port would take ${taken} Gbps of ${most}.`)
  // On a port it is never lowered, of a provider not once it is provisioned (ExpressRoute document 1.3).
  const oldGbps = numberAt(before?.properties.bandwidthInGbps)
  if (gbps !== undefined && oldGbps !== undefined && gbps < oldGbps)
    return invalid(id, 'The bandwidth cannot be lowered.')
  const old = numberAt(objectAt(before?.properties.serviceProviderProperties).bandwidthInMbps)
  const started = before?.properties.serviceProviderProvisioningState === 'Provisioned'
  return started && mbps !== undefined && old !== undefined && mbps < old
    ? invalid(id, 'The bandwidth cannot be lowered.')
    : undefined
}

const kind: Rule = ({ sent, before, id }) => {
  const asked = objectAt(sent.serviceProviderProperties)
  const named = textAt(asked.serviceProviderName) !== undefined
  if (named && idAt(sent.expressRoutePort) !== undefined) {
    return invalid(id, 'It can have a service provider or an Express Route port, not both.')
  }
  const old = objectAt(before?.properties.serviceProviderProperties)
  const moved = ['serviceProviderName', 'peeringLocation'].find((member) => {
    const [now, then] = [textAt(asked[member]), textAt(old[member])]
    return now !== undefined && then !== undefined && now.toLowerCase() !== then.toLowerCase()
  })
  return moved === undefined ? undefined : invalid(id, `The property ${moved} cannot be changed.`)
}

export const refuseCircuit = firstOf(
  provider,
  references(({ sent }: Draft) => [
    { member: 'expressRoutePort', value: sent.expressRoutePort, type: 'expressRoutePorts' },
  ]),
  kind,
  sku,
  smaller,
  bandwidth,
)
