/** What the ledger of a browser keeps, for tests that open the app with something in it. */

/** Where the demo's ledger keeps an operation. */
export function keptAs(key: string): string {
  return `hub.operations.1/${key}`
}

/** A reset of a gateway that Azure refused, a minute ago: trying it again sends it through the queue. */
export function refusedReset(id: string, now: number): string {
  const name = id.split('/').at(-1) ?? ''
  return JSON.stringify({
    id,
    name,
    startedAt: now - 60_000,
    by: 'browser',
    write: {
      is: 'action',
      method: 'POST',
      id,
      name,
      topic: 'reset',
      what: `Reset ${name}`,
      effect: '',
      action: 'Microsoft.Network/virtualNetworkGateways/reset/action',
      holds: [id.toLowerCase()],
      segment: 'reset',
    },
    state: {
      is: 'failed',
      at: now - 54_000,
      during: 'sending',
      error: {
        kind: 'server',
        code: 'InternalServerError',
        message: 'An error occurred.',
        status: 500,
        target: id,
        details: [],
        correlationId: 'b02f6c1d-0000-4000-8000-000000005be7',
      },
    },
  })
}
