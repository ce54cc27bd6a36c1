import type { Answer } from '../../arm/answer.ts'
import { parentId, parseId } from '../../arm/ids.ts'
import { networkError } from '../../arm/refusals.ts'
import type { Living } from '../../store/living.ts'
import { idAt, textAt } from '../../wire/read.ts'
import { usersOf } from '../authorizations.ts'
import { find, livingIn } from '../find.ts'
import type { Draft } from '../network-type.ts'

/**
 * Why a new connection may not be made to a circuit: one of another subscription asks for the key of one of its authorizations, and each
 * is good for one connection (ExpressRoute document 5). One that is there keeps what it was made with.
 */
export function whyKeyRefused({ sent, id, exchange, before }: Draft, circuit: Living): string | undefined {
  const [own, theirs] = [id, circuit.row.id].map((one) => parseId(one)?.subscriptionId.toLowerCase())
  if (own === theirs || before !== undefined) return undefined
  const key = textAt(sent.authorizationKey)
  const found = livingIn(exchange, `${circuit.row.key}/authorizations`).find(
    ({ properties }) => key !== undefined && properties.authorizationKey === key,
  )
  if (found === undefined) return `It needs an authorization of ${circuit.row.id}.`
  return usersOf(exchange, found).length > 0 ? `The authorization ${found.row.id} is in use.` : undefined
}

/** Of a network's connection, as far as its circuit can be seen. */
export function refuseCircuitKey(draft: Draft): Answer | undefined {
  return refuse(draft, idAt(draft.sent.peer))
}

/** Of a hub's connection, which names the peering. */
export function refusePeeringKey(draft: Draft): Answer | undefined {
  return refuse(draft, parentId(idAt(draft.sent.expressRouteCircuitPeering) ?? ''))
}

/** The rule is documented, code and text are assumed. */
function refuse(draft: Draft, circuitId: string | undefined): Answer | undefined {
  const circuit = find(draft.exchange, circuitId ?? '')
  const why = circuit && whyKeyRefused(draft, circuit)
  if (why === undefined) return undefined
  return networkError(400, 'InvalidAuthorizationKey', `The connection ${draft.id} is invalid. ${why}`)
}
