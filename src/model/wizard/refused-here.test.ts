import { expect, test } from 'vitest'
import { idOf, SUBSCRIPTION } from '../../../tests/support/resources.ts'
import { surroundings } from '../../../tests/support/surroundings.ts'
import type { HubError } from '../errors.ts'
import type { Unreadable } from '../inventory.ts'
import type { Right } from '../rights/right.ts'
import { refusedHere } from './refused-here.ts'

const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-net-weu`
const error = (kind: HubError['kind']): HubError => ({ kind, code: 'x', message: '', details: [] })
const unread = (scope: string, what: string, kind: HubError['kind'] = 'forbidden'): Unreadable => ({
  scope,
  what,
  action: '',
  error: error(kind),
})

function said(unreadable: Unreadable[], right: Right = { is: 'allowed' }) {
  const around = surroundings([])
  const rights = new Map([[`Microsoft.Network/vpnSites/write ${GROUP}`, right]])
  return refusedHere({ rights, estate: { ...around.estate, unreadable } })
}

test('what may not be read where the plan goes is told, once for each group', () => {
  expect(said([])).toEqual([])
  const hub = idOf('virtualHubs', 'vhub')
  expect(said([unread(GROUP.toUpperCase(), 'connections'), unread(hub, 'virtual hub')])).toEqual([
    { scope: GROUP.toUpperCase(), what: ['connections', 'virtual hub'] },
  ])
  expect(said([unread(`/subscriptions/${SUBSCRIPTION}`, 'virtual hubs')])).toHaveLength(1)
  // Another group, and what is no refusal.
  expect(said([unread(`${GROUP}-2`, 'connections'), unread(GROUP, 'connections', 'server')])).toEqual([])
})

test('rights that may not be read are told as well', () => {
  expect(said([], { is: 'unknown', error: error('forbidden') })).toEqual([
    { scope: GROUP, what: ['your rights'] },
  ])
  expect(said([], { is: 'unknown', error: error('network') })).toEqual([])
})
