import { networkError } from '../../arm/refusals.ts'
import { objectsAt, textAt } from '../../wire/read.ts'
import { prefixesIn, refusePrefixes } from './prefixes.ts'
import { firstOf } from './rule.ts'

const spaces = (mappings: Parameters<typeof objectsAt>[0]) =>
  objectsAt(mappings).flatMap((one) => textAt(one.addressSpace) ?? [])

/** Rules of the VPN gateway document 3.8: equal sizes when static, at most a /26 outside when dynamic. Codes assumed. */
export const refuseNatRule = firstOf(
  ({ sent, id }) => refusePrefixes(id, [...spaces(sent.internalMappings), ...spaces(sent.externalMappings)]),
  ({ sent, id }) => {
    const outside = prefixesIn(spaces(sent.externalMappings))
    if (sent.type === 'Dynamic' && outside.some((one) => one.family === 4 && one.length < 26)) {
      return networkError(
        400,
        'NatRuleExternalMappingExceedsSizeLimit',
        `NAT rule ${id} has an external mapping subnet that exceeds size limits. Maximum external mapping subnet size for ` +
          'Dynamic NAT is /26.',
      )
    }
    const inside = prefixesIn(spaces(sent.internalMappings))
    const unequal = inside.some(
      (one, index) => outside[index] !== undefined && outside[index].length !== one.length,
    )
    if (sent.type === 'Dynamic' || !unequal) return undefined
    return networkError(
      400,
      'NatRuleMappingSizesNotEqual',
      `NAT rule ${id} is static: its internal and external mappings must be of the same size.`,
    )
  },
)
