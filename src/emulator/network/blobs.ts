import type { Exchange } from '../arm/exchange.ts'
import { settled, type Living } from '../store/living.ts'
import type { Model } from '../store/model.ts'
import type { JsonObject } from '../wire/json.ts'
import { objectsAt, textAt } from '../wire/read.ts'

/** What a service writes to somebody's storage stays beside the resource it was asked of: the newest of it, one for each address. */
const KEPT = 5

/** @param sasUrl address of a blob with its signature, which is not kept */
export function keepBlob(exchange: Exchange, at: Living, sasUrl: string, text: string): void {
  const address = addressOf(sasUrl)
  const others = objectsAt(at.inside.blobs).filter((one) => one.address !== address)
  const blobs: JsonObject[] = [...others, { address, text }].slice(-KEPT)
  const base = settled(at.row, exchange.now)
  exchange.save({ ...base, inside: { ...base.inside, blobs } })
}

/** The text that was written to an address; undefined when nothing was. */
export function blobAt(model: Model, subscriptions: readonly string[], sasUrl: string): string | undefined {
  const address = addressOf(sasUrl)
  const rows = subscriptions.flatMap((id) =>
    ['virtualWans', 'p2sVpnGateways'].flatMap((type) => model.ofType(type, id)),
  )
  const found = rows.flatMap(({ inside }) => objectsAt(inside?.blobs)).find((one) => one.address === address)
  return textAt(found?.text)
}

function addressOf(sasUrl: string): string {
  return sasUrl.split('?')[0]?.toLowerCase() ?? ''
}
