import { networkError } from '../../arm/refusals.ts'
import { numberAt, textAt } from '../../wire/read.ts'
import type { Rule } from './rule.ts'

/** Bandwidths and encapsulations of a port pair are documented (ExpressRoute document 1.2); code and text are assumed. */
export const refusePort: Rule = ({ sent, id }) => {
  const gbps = numberAt(sent.bandwidthInGbps)
  const encapsulation = textAt(sent.encapsulation)
  const reason =
    (gbps !== undefined && ![10, 100, 400].includes(gbps) && `The bandwidth ${gbps} Gbps is not offered.`) ||
    (encapsulation !== undefined &&
      !['Dot1Q', 'QinQ'].includes(encapsulation) &&
      `The encapsulation ${encapsulation} is not known.`)
  if (reason === false) return undefined
  return networkError(400, 'InvalidExpressRoutePort', `The Express Route port ${id} is invalid. ${reason}`)
}
