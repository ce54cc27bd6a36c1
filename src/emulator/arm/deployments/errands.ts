import { noting } from '../../insights/note-activity.ts'
import type { Asked } from '../../memory.ts'
import type { DeploymentRow, OperationRow, Row } from '../../store/rows.ts'
import type { Answer } from '../answer.ts'
import type { Exchange } from '../exchange.ts'
import { isForbidden, type Faults } from '../faults.ts'
import { actionOf, scopeOf } from '../rights.ts'
import { spoiledBy } from '../spoiled.ts'
import type { World } from './advance.ts'
import { withoutSecrets } from './template/secrets.ts'

/** Faults that strike what ARM itself sends: it has no token to be refused and loses nothing on the way. */
const STRIKING = ['status', 'throttled', 'busy'] as const

/**
 * How a deployment sends its requests: past the same rules as one from outside, with the rights of who started it, met by the
 * same ordered faults, and noted in the activity log. No error repeats a secret.
 */
export function errandsOf(around: {
  faults: Faults
  newGuid: () => string
  exchangeOf: (asked: Asked) => Exchange
  decide: (exchange: Exchange) => Answer
}): Pick<World, 'exchangeFor' | 'perform'> {
  const { faults, newGuid, exchangeOf, decide } = around
  return {
    exchangeFor: (row, { method, id, apiVersion, body }, at) =>
      exchangeOf({
        method,
        url: new URL(`${row.origin}${encodeURI(id)}?api-version=${encodeURIComponent(apiVersion)}`),
        segments: id.split('/').filter((one) => one !== ''),
        body,
        now: at,
        newGuid,
        caller: row.caller,
        correlationId: row.correlationId,
        forbids: (action, scope) => isForbidden(faults.left(), action, scope),
        faults: faults.on([id]),
      }),
    perform(row, exchange) {
      let operation: OperationRow | undefined
      const { method, segments } = exchange
      const decided = noting(
        {
          action: actionOf(method, segments),
          scope: scopeOf(segments),
          correlationId: row.correlationId,
          clientRequestId: undefined,
          // It is tried again.
          leavesOut: ({ status }) => status === 429,
        },
        (at) =>
          withoutSecretsOf(
            row,
            struck(at) ?? decide({ ...at, save: (saved) => at.save(silenced(row, saved)) }),
          ),
      )
      const answer = decided({
        ...exchange,
        save: (saved) => {
          if (saved.kind === 'operation') operation = saved
          exchange.save(saved)
        },
      })
      return { answer, ...(operation && { operation }) }
    },
  }

  function struck({ method, url, segments, now }: Exchange): Answer | undefined {
    const places = [`/${segments.join('/')}`]
    const fault = faults.strike(STRIKING, { method, places, address: url.pathname + url.search })
    return fault && spoiledBy(fault, { method, newGuid, now })
  }
}

/** An accepted write tells what was written, which nobody sees; an error is told on. */
function withoutSecretsOf({ secrets }: DeploymentRow, answer: Answer): Answer {
  if (answer.status < 400 || answer.body === undefined) return answer
  return { ...answer, body: withoutSecrets(answer.body, secrets) }
}

function silenced({ secrets }: DeploymentRow, saved: Row): Row {
  if (saved.kind !== 'operation' || saved.failure === undefined) return saved
  const { code, message } = saved.failure
  return { ...saved, failure: { code, message: withoutSecrets(message, secrets) } }
}
