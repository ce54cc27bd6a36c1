import type { Answer } from '../arm/answer.ts'
import type { Exchange } from '../arm/exchange.ts'
import { NEVER } from '../arm/timing.ts'
import { activityKey, type OperationFailure, type OperationRow } from '../store/rows.ts'
import { isObject, objectAt, textAt } from '../wire/read.ts'

interface Asked {
  /** The right it needs: `Microsoft.Network/connections/write`. */
  action: string
  scope: string
  correlationId: string
  clientRequestId: string | undefined
  /** What is not worth a note. */
  leavesOut?: (answer: Answer) => boolean
}

type Ending = Pick<OperationRow, 'endsAt' | 'failure' | 'blockedBy'>

/**
 * Decides as `decide` does, and notes every write, delete and action of a subscription for the activity log (ARM contract
 * 12.9), refused ones too (that the log has those is unverified). Not noted: reads, what a file answers, what is not there
 * (404), and what this emulator does not do (501). Which reference to an operation belongs to it is seen from what is saved.
 */
export function noting(asked: Asked, decide: (exchange: Exchange) => Answer): (exchange: Exchange) => Answer {
  return (exchange) => {
    const { method, segments, estate } = exchange
    const changes = method !== 'GET' && method !== 'HEAD'
    if (!changes || segments[0]?.toLowerCase() !== 'subscriptions' || estate.readOnly) return decide(exchange)
    let operation: Ending | undefined
    const answer = decide({
      ...exchange,
      save: (row) => {
        if (row.kind === 'operation') operation = row
        // How a deployment ends is written when it has.
        if (row.kind === 'deployment' && method === 'PUT') operation = { endsAt: NEVER }
        exchange.save(row)
      },
    })
    if (answer.status !== 404 && answer.status !== 501 && !asked.leavesOut?.(answer))
      note(exchange, asked, answer, operation)
    return answer
  }
}

function note(exchange: Exchange, asked: Asked, answer: Answer, operation: Ending | undefined): void {
  const { model, method, caller, now } = exchange
  const sequence = Math.max(0, (model.activities().at(-1)?.sequence ?? 0) + 1)
  const failure = answer.status >= 400 ? errorIn(answer) : operation && failureOf(operation)
  exchange.save({
    kind: 'activity',
    key: activityKey(sequence),
    sequence,
    correlationId: asked.correlationId,
    ...(asked.clientRequestId !== undefined && { clientRequestId: asked.clientRequestId }),
    action: asked.action,
    scope: model.resource(asked.scope)?.id ?? asked.scope,
    method,
    caller: { ...caller },
    startedAt: now,
    status: answer.status,
    ...(operation !== undefined && { endsAt: operation.endsAt }),
    ...(failure !== undefined && { failure }),
  })
}

function errorIn({ body, status }: Answer): OperationFailure {
  const error = isObject(body) ? objectAt(body.error) : {}
  return { code: textAt(error.code) ?? String(status), message: textAt(error.message) ?? '' }
}

/** A group that was blocked tells it in its own form, with capitals. */
function failureOf({ failure, blockedBy }: Ending): OperationFailure | undefined {
  if (failure !== undefined || blockedBy === undefined) return failure
  const { Code, Message } = objectAt(blockedBy.Error)
  return { code: textAt(Code) ?? '', message: textAt(Message) ?? '' }
}
