/** Who else holds what a change holds, beside the list that asks. */
export interface Holders {
  /** What is under way and holds one of the keys, as it goes on after "change": `the tags of vgw-weu-prod`. Read anew, other tabs' too. */
  holder(holds: readonly string[]): string | undefined
  subscribe(listener: () => void): () => void
}

/** Names of the locks of keys that changes hold; writes and runs take the same. @param name one for each account */
export function heldNames(name: string, holds: readonly string[]): string[] {
  return holds.map((held) => `${name}/holds/${held}`)
}

/**
 * Until nobody holds it, looked at after each change of what is listened to, then takes it at once: nobody comes between.
 * @param signal stops the waiting with an error
 */
export function takeWhenFree<T>(
  isFree: () => boolean,
  take: () => T,
  listens: readonly ((listener: () => void) => () => void)[],
  signal: AbortSignal,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const stops: (() => void)[] = []
    let isOver = false
    const over = () => {
      isOver = true
      signal.removeEventListener('abort', abort)
      for (const stop of stops.splice(0)) stop()
    }
    const abort = () => {
      over()
      reject(new DOMException('Aborted', 'AbortError'))
    }
    const look = () => {
      if (isOver) return
      try {
        if (!isFree()) return
        over()
        resolve(take())
      } catch (thrown) {
        over()
        reject(thrown)
      }
    }
    if (signal.aborted) return abort()
    signal.addEventListener('abort', abort)
    look()
    for (const listen of listens) if (!isOver) stops.push(listen(look))
    if (isOver) over()
  })
}
