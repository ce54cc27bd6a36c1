import { HubFailure } from '../model/errors.ts'
import { changesNothing } from '../model/requests/read.ts'
import type { Send } from './transport.ts'

/**
 * While it is on, nothing that could change anything is sent, whoever asks for it.
 * @throws HubFailure `ReadOnly`
 */
export function whileWritable(send: Send, isReadOnly: () => boolean): Send {
  return async (request, signal) => {
    if (isReadOnly() && !changesNothing(request)) {
      throw new HubFailure({
        kind: 'forbidden',
        code: 'ReadOnly',
        message: 'Read-only is on in this browser. The request was not sent.',
        details: [],
      })
    }
    return send(request, signal)
  }
}
