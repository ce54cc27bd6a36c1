import { expect, test } from 'vitest'
import type { Replacement } from '../model/edits/edit.ts'
import { jsonOfWrite, readWrite } from './kept-writes.ts'

const CHANGE: Replacement = {
  is: 'edit',
  method: 'PUT',
  id: '/gw/vpnConnections/c',
  name: 'c',
  topic: 'connect',
  what: 'the site connections of gw: c is new',
  effect: '',
  action: 'x',
  holds: ['/gw'],
  changes: [{ path: ['properties', 'remoteVpnSite', 'id'], to: '/site' }],
}

test.each<[string, Partial<Replacement>]>([
  ['a change', {}],
  ['one that sets a secret', { secret: 'the shared key of link-1' }],
  ['a creation', { creates: true }],
  ['a creation with a secret', { creates: true, secret: 'the shared key of link-1' }],
])('%s is what it was when it is read back', (_, more) => {
  const write = { ...CHANGE, ...more }
  expect(readWrite(jsonOfWrite(write))).toEqual(write)
})
