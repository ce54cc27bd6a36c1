import { sentenceList } from '../../format.ts'
import { regionName } from '../../resources/regions.ts'
import { zonesOfRegion } from '../../wizard/place.ts'
import type { Gateway } from '../answers.ts'
import { NEW_SKUS, SCALE, SCALE_UNITS, unitFaults, unitsIn, type UnitRange } from '../gateway-skus.ts'
import { gatewayRegion } from '../place.ts'
import { advice, error, setGateway, type At, type Looked, type Remedy, type WizardCheck } from './check.ts'

/** Regions that were reported not to have ErGwScale (ExpressRoute document 4.2, of 2025): unverified, and changing. */
const WITHOUT_SCALE: ReadonlySet<string> = new Set([
  'belgiumcentral',
  'eastus2',
  'japaneast',
  'qatarcentral',
  'southcentralus',
  'southeastasia',
  'westeurope',
  'westindia',
  'westus2',
])

/** SKU and scale units of a new gateway in a virtual network (ExpressRoute document 4.1, 4.2). */
export function skuChecks(looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  const { sku, units } = answers.gateway
  const at: At = ['gateway', 'gateway.sku']
  const region = gatewayRegion(answers, around)
  if (!NEW_SKUS.some((one) => one === sku))
    return [
      error(
        'sku',
        at,
        sku === ''
          ? 'Choose a SKU.'
          : `${sku} is not offered for new gateways here: choose one of ${sentenceList(NEW_SKUS)}.`,
        setGateway('Use ErGw1AZ', { sku: 'ErGw1AZ' }, around),
      ),
    ]
  const zones =
    zonesOfRegion(region, around)?.length === 0
      ? [
          advice(
            'no-zones',
            at,
            `${regionName(region)} has no availability zones: ${sku} works there, without them.`,
          ),
        ]
      : []
  if (sku !== SCALE) return zones
  return [
    ...zones,
    ...(WITHOUT_SCALE.has(region)
      ? [
          advice(
            'scale-region',
            at,
            `${SCALE} was reported not to be offered in ${regionName(region)}. Azure tells when the gateway is created.`,
            setGateway('Use ErGw3AZ', { sku: 'ErGw3AZ' }, around),
          ),
        ]
      : []),
    ...unitChecks(units, SCALE_UNITS, (label, to) => setGateway(label, { units: to }, around)),
  ]
}

type SetUnits = (label: string, to: Gateway['units']) => Remedy

/** Scale units in a virtual network or a hub; a fixed number may be one (ER-041). */
export function unitChecks({ min, max }: Gateway['units'], range: UnitRange, set: SetUnits): WizardCheck[] {
  const { least, most, leastToScale } = range
  // One at a time: what puts it right may put the other right.
  const [fault] = unitFaults({ min, max }, range)
  if (!fault) return []
  const at: At = ['gateway', `gateway.units.${fault.at}`]
  switch (fault.is) {
    case 'range': {
      const near = String(Math.min(most, Math.max(least, unitsIn(fault.at === 'min' ? min : max) || 2)))
      return [
        error(
          'scale-units',
          at,
          `Enter ${least} to ${most} scale units.`,
          set(`Use ${near}`, fault.at === 'min' ? { min: near, max } : { min, max: near }),
        ),
      ]
    }
    case 'order':
      return [
        error(
          'scale-units',
          at,
          `The most units, ${unitsIn(max)}, are fewer than the least, ${unitsIn(min)}.`,
          set(`Use ${unitsIn(min)}`, { min, max: min }),
        ),
      ]
    case 'scale':
      return [
        error(
          'ER-041',
          at,
          `To scale by itself the gateway needs ${leastToScale} units at least.`,
          set(`Use ${leastToScale}`, { min: String(leastToScale), max }),
        ),
      ]
    default:
      return fault.is satisfies never
  }
}
