/** What the ledger of a browser keeps, for tests that open the app with something in it. */

/** Where the demo's ledger keeps an operation. */
export function keptAs(key: string): string {
  return `hub.operations.1/${key}`
}

/** A reset of a gateway that Azure refused, a minute ago: trying it again is for its form. */
export function refusedReset(id: string, now: number): string {
  const name = nameOf(id)
  const write = {
    is: 'action',
    method: 'POST',
    topic: 'reset',
    what: `Reset ${name}`,
    action: 'Microsoft.Network/virtualNetworkGateways/reset/action',
    segment: 'reset',
  }
  return operation(id, now, write, refused(id, now))
}

/** A change of a local network gateway that Azure refused, a minute ago: trying it again sends it through the queue. */
export function refusedPrefixes(id: string, from: readonly string[], now: number): string {
  const path = ['properties', 'localNetworkAddressSpace', 'addressPrefixes']
  const write = {
    is: 'edit',
    method: 'PUT',
    topic: 'site',
    what: `the prefixes of ${nameOf(id)}`,
    action: 'Microsoft.Network/localNetworkGateways/write',
    changes: [{ path, from, to: [...from, '10.99.0.0/24'] }],
  }
  return operation(id, now, write, refused(id, now))
}

/** A change of a local network gateway that went well, a minute ago: from these prefixes to those. */
export function donePrefixes(
  id: string,
  from: readonly string[],
  to: readonly string[],
  now: number,
): string {
  const { write } = JSON.parse(refusedPrefixes(id, from, now)) as { write: { changes: object[] } }
  const path = ['properties', 'localNetworkAddressSpace', 'addressPrefixes']
  return operation(
    id,
    now,
    { ...write, changes: [{ path, from, to }] },
    { is: 'succeeded', by: 'answer', at: now },
  )
}

/** A reset that Azure accepted, a minute ago, and that this account may no longer look at. */
export function heldUpReset(id: string, now: number): string {
  const { write } = JSON.parse(refusedReset(id, now)) as { write: object }
  const { error } = refused(id, now)
  const heldUp = { ...error, kind: 'forbidden', code: 'AuthorizationFailed', status: 403 }
  const record = {
    resourceId: id,
    method: 'POST',
    action: 'reset',
    startedAt: now - 60_000,
    operationUrl: `https://management.azure.com/${id.split('/').slice(1, 3).join('/')}/operations/held-up`,
  }
  return operation(id, now, write, { is: 'running', step: 'running', heldUp }, record)
}

function nameOf(id: string): string {
  return id.split('/').at(-1) ?? ''
}

function operation(id: string, now: number, write: object, state: object, record?: object): string {
  const name = nameOf(id)
  return JSON.stringify({
    id,
    name,
    startedAt: now - 60_000,
    by: 'browser',
    write: { id, name, effect: '', holds: [id.toLowerCase()], ...write },
    state,
    record,
  })
}

function refused(id: string, now: number) {
  return {
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
  }
}
