import { ok, type Result } from '../../lib/result.ts'
import type { HubError } from '../../model/errors.ts'
import type { Watcher } from '../../model/edits/troubleshoot.ts'
import type { Azure } from '../azure.ts'
import { text } from '../from-wire/read.ts'

/** The Network Watchers of a subscription, one for each region that is watched. */
export async function readWatchers(
  { ask }: Pick<Azure, 'ask'>,
  subscriptionId: string,
  signal?: AbortSignal,
): Promise<Result<Watcher[], HubError>> {
  const read = await ask.pages(
    `/subscriptions/${subscriptionId}/providers/Microsoft.Network/networkWatchers`,
    {},
    signal,
  )
  if (!read.ok) return read
  return ok(
    read.value.flatMap((one) => {
      const [id, name, location] = [text(one.id), text(one.name), text(one.location)]
      return id === undefined || name === undefined || location === undefined ? [] : [{ id, name, location }]
    }),
  )
}
