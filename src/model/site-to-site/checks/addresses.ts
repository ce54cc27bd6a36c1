import { memberAt } from '../../edits/edit.ts'
import { keyOf, nameOfId } from '../../paths.ts'
import type { PublicIPAddress } from '../../resources/network.ts'
import type { Chosen } from '../../wizard/chosen.ts'
import { freeName } from '../naming.ts'
import { CONVENTION } from '../../wizard/naming.ts'
import { gatewayIdOf, placeOf, zonesOf } from '../place.ts'
import { addressZones } from '../wanted.ts'
import { zonesWords } from '../../wizard/underlay.ts'
import { wrongType } from './id-type.ts'
import { advice, error, remedy, type Looked, type WizardCheck } from './check.ts'

/** Public IP addresses that are there already: VAL-GW-08 to 10 (VPN Gateway 2.2, 3.9). New ones are made to fit. */
export function addressChecks(looked: Looked): WizardCheck[] {
  const { goal, gateway } = looked.answers
  if (goal.gateway === 'existing') return []
  return gateway.addresses.flatMap((address, instance) =>
    address.is === 'existing' ? existingChecks(address.id, instance, looked) : [],
  )
}

function existingChecks(id: string, instance: number, looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  const at = ['gateway', `gateway.addresses.${instance}`] as const
  const instead = newAddress(instance, looked)
  if (id === '') return [error('VAL-GW-08', at, 'Choose a public IP address.', instead)]
  const wrong = wrongType(id, 'publicIPAddresses', at, instead)
  if (wrong.length > 0) return wrong
  const others = answers.gateway.addresses.slice(0, instance)
  if (others.some((other) => other.is === 'existing' && keyOf(other.id) === keyOf(id)))
    return [
      error(
        'VAL-GW-08',
        at,
        `${nameOfId(id)} is given to the first instance already. Each needs an address of its own.`,
        instead,
      ),
    ]
  const found = around.estate.resources.get(keyOf(id))
  if (found?.kind !== 'publicIPAddress')
    return [
      advice(
        'unread-address',
        at,
        `${nameOfId(id)} could not be read. It has to be Standard, static, in the gateway’s region and free.`,
        instead,
      ),
    ]
  const unfit = unfitness(found, looked)
  if (unfit !== undefined) return [error('VAL-GW-08', at, unfit, instead)]
  return zoneChecks(found, at, looked, instead)
}

/** VAL-GW-08: why an address cannot be a gateway's. */
function unfitness(address: PublicIPAddress, { answers, around }: Looked): string | undefined {
  const { name, sku, allocationMethod, version, location, usedBy } = address
  const place = placeOf(answers, around)
  const tier = memberAt(address.body, ['sku', 'tier'])
  // That of the gateway itself: an earlier run of this plan has begun it.
  const own = `${keyOf(gatewayIdOf(answers, around))}/`
  if (usedBy !== undefined && !keyOf(usedBy).startsWith(own))
    return `${name} is in use by ${ownerOf(usedBy)}. Choose one that is free.`
  if (sku !== undefined && sku.toLowerCase() !== 'standard')
    return `${name} has SKU ${sku}. A VPN gateway needs a Standard address; Basic ones are retired.`
  if (tier === 'Global') return `${name} is of tier Global. A VPN gateway needs a regional address.`
  if (allocationMethod !== undefined && allocationMethod.toLowerCase() !== 'static')
    return `${name} is ${allocationMethod.toLowerCase()}. A VPN gateway needs a static address.`
  if (version !== undefined && version.toLowerCase() !== 'ipv4')
    return `${name} is an ${version} address. A VPN gateway needs IPv4.`
  if (location !== undefined && place.location !== '' && location !== place.location)
    return `${name} is in ${location}. The gateway is in ${place.location}, and its address has to be there too.`
  if (keyOf(address.subscriptionId) !== keyOf(place.subscriptionId))
    return `${name} is in another subscription than the gateway.`
  return undefined
}

/** VAL-GW-09 and 10, and the reverse for Basic (VPN Gateway 2.2, 5.5 rows 2 and 3). */
function zoneChecks(
  { name, zones }: PublicIPAddress,
  at: readonly ['gateway', string],
  { answers, around }: Looked,
  instead: WizardCheck['remedy'],
): WizardCheck[] {
  const { sku } = answers.gateway
  const redundant = /az$/i.test(sku)
  const [first] = zones
  if (!redundant)
    return first === undefined || sku === ''
      ? []
      : [
          error(
            'VAL-GW-09',
            at,
            `${name} is in ${zonesWords(zones)}. A SKU without zone redundancy, as ${sku} is, needs an address without zones.`,
            instead,
          ),
        ]
  if (first === undefined) {
    const regional = zonesOf(answers, around)
    if (regional?.length === 0) return []
    // In a region without zones it is right as it is.
    if (regional === undefined)
      return [
        advice(
          'VAL-GW-09',
          at,
          `${name} has no zones. Where the region has any, a zone-redundant SKU needs an address in them; whether this one has could not be read.`,
          instead,
        ),
      ]
    const words = zonesWords(addressZones(answers, around))
    return [
      error(
        'VAL-GW-09',
        at,
        `${name} has no zones. A zone-redundant SKU needs an address in ${words}; Azure would refuse this after about 1 minute.`,
        instead,
      ),
    ]
  }
  return zones.length > 1
    ? []
    : [
        advice(
          'VAL-GW-10',
          at,
          `${name} is in zone ${first} alone: all instances of the gateway would sit there.`,
          instead,
        ),
      ]
}

/** A new address in its place, with the zones that the SKU needs. */
function newAddress(instance: number, { answers, around }: Looked): NonNullable<WizardCheck['remedy']> {
  const { gateway } = answers
  const others = gateway.addresses.flatMap((one, at) =>
    one.is === 'new' && at !== instance ? [one.name] : [],
  )
  const name = freeName(
    CONVENTION.address(gateway.name.trim(), instance),
    '',
    'publicIPAddresses',
    answers,
    around,
    others,
  )
  const zones = addressZones(answers, around)
  const address: Chosen = { is: 'new', name }
  return remedy(
    `Create ${name} with ${zonesWords(zones)} instead`,
    [`gateway.addresses.${instance}`],
    (now) => ({
      ...now,
      gateway: { ...now.gateway, addresses: now.gateway.addresses.with(instance, address) },
    }),
    around,
  )
}

/** `…/virtualNetworkGateways/vgw/ipConfigurations/default` belongs to `vgw`. */
function ownerOf(ipConfigurationId: string): string {
  const owner = ipConfigurationId.split('/').slice(0, -2).join('/')
  return nameOfId(owner === '' ? ipConfigurationId : owner)
}
