import { keyOf, nameOfId } from '../../paths.ts'
import type { PublicIPAddress } from '../../resources/network.ts'
import { whyUnfit } from '../../wizard/address-unfit.ts'
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
  const unfit = whyUnfit(found, 'VPN', gatewayIdOf(answers, around), placeOf(answers, around))
  if (unfit !== undefined) return [error('VAL-GW-08', at, unfit, instead)]
  return zoneChecks(found, at, looked, instead)
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
