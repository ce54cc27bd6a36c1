import { hasHostBits, parsePrefix } from '../../../lib/cidr.ts'
import type { Answer } from '../../arm/answer.ts'
import { networkError } from '../../arm/refusals.ts'
import { idAt, objectAt, textAt } from '../../wire/read.ts'
import { placeOf } from '../circuit-sites.ts'
import { find } from '../find.ts'
import { whyKeyRefused } from './circuit-key.ts'
import { references } from './references.ts'
import { firstOf, type Rule } from './rule.ts'

/** The rules are documented (ExpressRoute document 3.4); code and text are assumed. */
function invalid(id: string, reason: string): Answer {
  return networkError(
    400,
    'InvalidExpressRouteCircuitConnection',
    `The circuit connection ${id} is invalid. ${reason}`,
  )
}

const prefixes: Rule = ({ sent, id }) => {
  const wrong = (text: string | undefined, length: number) =>
    text !== undefined && (parsePrefix(text)?.length !== length || hasHostBits(text))
  const [four, six] = [
    textAt(sent.addressPrefix),
    textAt(objectAt(sent.ipv6CircuitConnectionConfig).addressPrefix),
  ]
  if (wrong(four, 29)) return invalid(id, `The address prefix ${four} must be a /29.`)
  return wrong(six, 125) ? invalid(id, `The address prefix ${six} must be a /125.`) : undefined
}

/** Both ends as far as they can be seen; a circuit in a subscription of others cannot. */
const ends: Rule = (draft) => {
  const { id } = draft
  const [own, other] = [id, idAt(draft.sent.peerExpressRouteCircuitPeering) ?? ''].map((one) =>
    find(draft.exchange, one.replace(/\/peerings\/.*$/i, '')),
  )
  if (own === undefined || other === undefined) return undefined
  if (own.row.key === other.row.key) return invalid(id, 'Both ends are the same circuit.')
  if ([own, other].some(({ row }) => row.sku?.tier === 'Local'))
    return invalid(id, 'Circuits with the SKU tier Local cannot use Global Reach.')
  const [here, there] = [own, other].map((one) => placeOf(draft.exchange, one))
  if (here !== '' && here === there) return invalid(id, `Both circuits are in the peering location ${here}.`)
  const why = whyKeyRefused(draft, other)
  return why === undefined ? undefined : invalid(id, why)
}

export const refuseGlobalReach = firstOf(
  references(({ sent }) => [
    {
      member: 'peerExpressRouteCircuitPeering',
      value: sent.peerExpressRouteCircuitPeering,
      type: 'expressRouteCircuits/peerings',
    },
  ]),
  prefixes,
  ends,
)
