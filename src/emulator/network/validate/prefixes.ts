import { contains, overlaps, parsePrefix, type Prefix } from '../../../lib/cidr.ts'
import type { Answer } from '../../arm/answer.ts'
import { networkError } from '../../arm/refusals.ts'
import type { Json } from '../../wire/json.ts'
import { arrayAt } from '../../wire/read.ts'

/** The readable prefixes of a list. */
export function prefixesIn(list: Json | undefined): Prefix[] {
  return arrayAt(list).flatMap((one) => (typeof one === 'string' ? (parsePrefix(one) ?? []) : []))
}

/**
 * A list of prefixes as ARM reads it. The format refusal is recorded for local network gateways (recorded behaviour 3) and
 * assumed to be the same elsewhere; the empty text is documented (VPN gateway document 5.5).
 */
export function refusePrefixes(id: string, list: Json | undefined): Answer | undefined {
  for (const one of arrayAt(list)) {
    if (one === null || one === '') {
      return networkError(
        400,
        'AddressPrefixStringCannotBeNullOrEmpty',
        `Address prefix string for resource ${id} cannot be null or empty.`,
      )
    }
    if (typeof one === 'string' && parsePrefix(one) === undefined) {
      return networkError(
        400,
        'InvalidAddressPrefixFormat',
        `Address prefix ${one} of resource ${id} is not formatted correctly. It should follow CIDR notation, ` +
          'for example 10.0.0.0/24.',
      )
    }
  }
  return undefined
}

export function anyOverlap(some: readonly Prefix[], others: readonly Prefix[]): boolean {
  return some.some((one) => others.some((other) => overlaps(one, other)))
}

export function allWithin(inner: readonly Prefix[], outer: readonly Prefix[]): boolean {
  return inner.every((one) => outer.some((other) => contains(other, one)))
}
