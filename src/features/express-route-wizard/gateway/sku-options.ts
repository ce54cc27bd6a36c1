import { FAST_PATH_UNITS, NEW_SKUS, SCALE, skuFacts } from '../../../model/express-route/gateway-skus.ts'
import { bandwidth } from '../../../model/format.ts'

/** Each SKU with its figures, and what is chosen where it is none of them. */
export function skuOptions(sku: string): { value: string; label: string }[] {
  const known = NEW_SKUS.map((name) => ({ value: name, label: skuLabel(name) }))
  return known.some(({ value }) => value === sku) || sku === ''
    ? known
    : [{ value: sku, label: sku }, ...known]
}

function skuLabel(sku: string): string {
  if (sku === SCALE)
    return `${sku}: 1 to 40 Gbps by scale units, 4 to 16 circuits, FastPath from ${FAST_PATH_UNITS} units`
  const facts = skuFacts(sku)
  if (!facts) return sku
  return `${sku}: ${bandwidth(facts.mbps)}, ${facts.circuits} circuits${facts.fastPath ? ', FastPath' : ''}`
}
