import { expect, test } from 'vitest'
import type { Fault } from '../wire/control.ts'
import type { Json } from '../wire/json.ts'
import { readCommand } from './commands.ts'

const ESTATES = ['contoso', 'empty']

test.each<[Json]>([
  [{ do: 'describe' }],
  [{ do: 'reset' }],
  [{ do: 'reset', estate: 'empty' }],
  [{ do: 'settings', speed: 'realistic', pageSize: 1 }],
  [{ do: 'faults', faults: [] }],
  [{ do: 'farSide', connection: '/x', device: 'silent' }],
  [{ do: 'farSide', connection: '/x', device: { key: 'k' } }],
  [{ do: 'farSide', connection: '/x', device: { mismatch: 'ike' } }],
  [{ do: 'provider', circuit: '/x', act: 'provision' }],
  [{ do: 'provider', circuit: '/x', act: 'peer' }],
  [{ do: 'circuitPath', circuit: '/x', path: 'both', is: 'vlan' }],
  [{ do: 'hubRouter', hub: '/x', is: 'Failed' }],
])('%j is a command', (command) => {
  expect(readCommand(command, ESTATES)).toEqual({ is: 'command', command })
})

const EVERY: Record<Fault['kind'], Fault> = {
  forbidden: { kind: 'forbidden', scope: '/subscriptions/x', action: 'Microsoft.Network/connections/read' },
  status: {
    kind: 'status',
    method: 'GET',
    path: '/',
    status: 503,
    code: 'c',
    message: 'm',
    retryAfter: 0,
    times: 2,
    anew: true,
  },
  throttled: { kind: 'throttled', path: '/', retryAfter: 3 },
  busy: { kind: 'busy', path: '/', times: 1 },
  challenge: { kind: 'challenge', path: '/', times: 1 },
  expiredToken: { kind: 'expiredToken', path: '/' },
  dropped: { kind: 'dropped', path: '/', lost: 'answer', method: 'PUT' },
  slow: { kind: 'slow', path: '/', ms: 3000 },
  opaque: { kind: 'opaque', path: '/' },
  failOperation: { kind: 'failOperation', path: '/', code: 'c', message: 'm' },
  stuckOperation: { kind: 'stuckOperation', path: '/' },
}

test.each(Object.values(EVERY))('a fault of kind $kind is taken, and not without its place', (fault) => {
  // A fault is JSON by its type.
  const command = { do: 'faults', faults: [fault as unknown as Json] }
  expect(readCommand(command, ESTATES)).toEqual({ is: 'command', command })
  const { path: _path, scope: _scope, ...nowhere } = { path: '', scope: '', ...fault }
  expect(readCommand({ do: 'faults', faults: [nowhere as unknown as Json] }, ESTATES)).toEqual({
    is: 'refused',
    message: `faults[0]: "${fault.kind === 'forbidden' ? 'scope' : 'path'}" is a part of a path.`,
  })
})

test.each<[Json | undefined, RegExp]>([
  [undefined, /JSON object/],
  [[], /JSON object/],
  [{}, /"do" is/],
  [{ do: 'toString' }, /"do" is/],
  [{ do: 'download' }, /--estate/],
  [{ do: 'open', name: 'x', text: '[]', readOnly: false }, /--estate/],
  [{ do: 'reset', estate: 'nowhere' }, /one of contoso, empty\./],
  [{ do: 'reset', estate: null }, /one of contoso, empty\./],
  [{ do: 'settings', speed: 'slow' }, /"speed" is/],
  [{ do: 'settings', pageSize: 0 }, /"pageSize" is/],
  [{ do: 'faults' }, /"faults" is an array/],
  [{ do: 'faults', faults: [{ kind: 'busy', path: '/' }, 7] }, /faults\[1\]: not an object/],
  [{ do: 'faults', faults: [{ kind: 'toString', path: '/' }] }, /faults\[0\]: "kind" is one of forbidden, /],
  [{ do: 'faults', faults: [{ ...EVERY.status, status: 204 }] as Json }, /"status" is a status from 400/],
  [{ do: 'faults', faults: [{ ...EVERY.slow, ms: -1 }] as Json }, /"ms" is a number from 0/],
  [{ do: 'faults', faults: [{ ...EVERY.dropped, lost: 'both' }] as Json }, /"lost" is "request" or "answer"/],
  [{ do: 'farSide', device: 'up' }, /"connection" is/],
  [{ do: 'farSide', connection: '/x' }, /"device" is/],
  [{ do: 'farSide', connection: '/x', device: { key: '' } }, /"device" is/],
  [{ do: 'farSide', connection: '/x', device: { mismatch: 'esp' } }, /"device" is/],
  [{ do: 'farSide', connection: '/x', device: { key: 'k', mismatch: 'ike' } }, /"device" is/],
  [{ do: 'faults', faults: [{ ...EVERY.busy, anew: false }] as Json }, /"anew" is true/],
  [{ do: 'provider', act: 'provision' }, /"circuit" is/],
  [{ do: 'provider', circuit: '/x', act: 'wait' }, /"act" is/],
  [{ do: 'circuitPath', path: 'both', is: 'vlan' }, /"circuit" is/],
  [{ do: 'hubRouter', is: 'Failed' }, /"hub" is/],
  [{ do: 'hubRouter', hub: '/x', is: 'odd' }, /"is" is "Provisioned"/],
  [{ do: 'circuitPath', circuit: '/x', path: 'third', is: 'vlan' }, /"path" is/],
  [{ do: 'circuitPath', circuit: '/x', path: 'both', is: 'odd' }, /"is" is one of/],
])('%j is refused', (value, message) => {
  expect(readCommand(value, ESTATES)).toEqual({ is: 'refused', message: expect.stringMatching(message) })
})
