import { isObject, numberAt, textAt } from '../../wire/read.ts'
import { change, unreadable, type Action } from './start.ts'

/** As recorded: JSON inside a JSON string (recorded behaviour 7). */
const SUCCESSFUL = JSON.stringify({ Status: 'Successful', Data: '' })

/** POST startPacketCapture on a gateway or a connection; 51 and 30 s recorded. `filterData` is text, or left out. */
export const startPacketCapture: Action = (exchange, at) => {
  const { body } = exchange
  const filter = isObject(body) ? body.filterData : undefined
  if (filter !== undefined && filter !== null && textAt(filter) === undefined) return unreadable()
  return change(exchange, at, {
    name: 'StartPacketCaptureOperation',
    seconds: 40,
    result: SUCCESSFUL,
    brings: (endsAt) => ({ inside: { capturingSince: endsAt } }),
  })
}

/**
 * POST stopPacketCapture { sasUrl }: 90 s; without a capture it fails as recorded (recorded behaviour 3), misspelt by the
 * service. What a good stop says is recorded nowhere: as the start does. How a missing sasUrl is refused is assumed.
 */
export const stopPacketCapture: Action = (exchange, at) => {
  const sasUrl = isObject(exchange.body) ? textAt(exchange.body.sasUrl) : undefined
  if (sasUrl === undefined || sasUrl === '') return unreadable()
  const capturing = numberAt(at.inside.capturingSince) !== undefined
  return change(exchange, at, {
    name: 'StopPacketCaptureOperation',
    seconds: 90,
    result: SUCCESSFUL,
    failure: capturing
      ? undefined
      : {
          code: 'NoPacketCaptureResponseDataFound',
          message:
            'An internal error occured. The response did not contain any data. Please check storage for the capture.',
        },
    brings: () => ({ inside: { capturingSince: undefined } }),
  })
}
