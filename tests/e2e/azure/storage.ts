interface Kept {
  ends: number
  payload: Record<string, unknown>
}

/**
 * What the provider remembers: sessions, codes, refresh tokens. One for all its directories, so that, as at Entra, one sign-in
 * and one refresh token hold in each of them.
 */
export class Storage {
  #kept = new Map<string, Kept>()

  /** Every session, grant and refresh token ends, or all of one model. */
  clear(model?: 'RefreshToken'): void {
    for (const key of this.#kept.keys())
      if (model === undefined || key.startsWith(`${model}:`)) this.#kept.delete(key)
  }

  /** In the form the provider wants it. */
  adapter(): new (model: string) => object {
    const kept = this.#kept
    const found = (key: string) => {
      const entry = kept.get(key)
      return entry && entry.ends > Date.now() ? entry.payload : undefined
    }
    return class {
      readonly #model: string
      constructor(model: string) {
        this.#model = model
      }
      async upsert(id: string, payload: Record<string, unknown>, seconds?: number) {
        // The provider takes this scope out of requests that ask for no consent, and then refuses renewals that name it.
        if (this.#model === 'RefreshToken') payload['scope'] = `${String(payload['scope'])} offline_access`
        kept.set(this.#key(id), { payload, ends: Date.now() + (seconds ?? Infinity) * 1000 })
      }
      async find(id: string) {
        return found(this.#key(id))
      }
      async findByUid(uid: string) {
        return [...kept.values()].find(({ payload }) => payload['uid'] === uid)?.payload
      }
      async consume(id: string) {
        const payload = found(this.#key(id))
        if (payload) payload['consumed'] = Math.floor(Date.now() / 1000)
      }
      async destroy(id: string) {
        kept.delete(this.#key(id))
      }
      async revokeByGrantId(grantId: string) {
        for (const [key, { payload }] of kept) if (payload['grantId'] === grantId) kept.delete(key)
      }
      #key(id: string) {
        return `${this.#model}:${id}`
      }
    }
  }
}
