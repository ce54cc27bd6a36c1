import { sentenceList } from '../../format.ts'
import { regionName } from '../../resources/regions.ts'
import { zonesOfRegion } from '../../wizard/place.ts'
import type { Gateway } from '../answers.ts'
import { NEW_SKUS, SCALE, SCALE_UNITS, unitsIn } from '../gateway-skus.ts'
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
    ...autoscaleChecks(units, (label, to) => setGateway(label, { units: to }, around)),
  ]
}

type SetUnits = (label: string, to: Gateway['units']) => Remedy

/** Scale units in a virtual network or a hub. */
export function unitChecks(
  { min, max }: Gateway['units'],
  { least, most }: { least: number; most: number },
  set: SetUnits,
): WizardCheck[] {
  const [from, to] = [unitsIn(min), unitsIn(max)]
  const inRange = (units: number) => units >= least && units <= most
  const wrong = !inRange(from) ? 'min' : !inRange(to) ? 'max' : undefined
  if (wrong !== undefined) {
    const near = String(Math.min(most, Math.max(least, unitsIn(wrong === 'min' ? min : max) || 2)))
    return [
      error(
        'scale-units',
        ['gateway', `gateway.units.${wrong}`],
        `Enter ${least} to ${most} scale units.`,
        set(`Use ${near}`, wrong === 'min' ? { min: near, max } : { min, max: near }),
      ),
    ]
  }
  return to < from
    ? [
        error(
          'scale-units',
          ['gateway', 'gateway.units.max'],
          `The most units, ${to}, are fewer than the least, ${from}.`,
          set(`Use ${from}`, { min, max: min }),
        ),
      ]
    : []
}

/** ER-041; a fixed number may be one. */
function autoscaleChecks({ min, max }: Gateway['units'], set: SetUnits): WizardCheck[] {
  return unitsIn(min) === 1 && unitsIn(max) > 1
    ? [
        error(
          'ER-041',
          ['gateway', 'gateway.units.min'],
          'To scale by itself the gateway needs 2 units at least.',
          set('Use 2', { min: '2', max }),
        ),
      ]
    : []
}
