import { expect, test } from 'vitest'
import {
  DOWN,
  facts,
  NOW,
  PARTLY,
  REFUSED,
  setKey,
  association,
  HOUR,
  UP,
  UNKNOWN,
} from '../../../tests/support/why-facts.ts'
import { known } from './asked.ts'
import { readDeviceLog } from './device-log.ts'
import { diagnose } from './diagnose.ts'
import type { Facts } from './facts.ts'
import { summaryOf } from './summary.ts'
import { ticketText } from './ticket.ts'

const ticket = (change: Partial<Facts>) => {
  const all = facts(change)
  return ticketText(all, diagnose(all))
}

test('a ticket has what was found, what was not looked at, and what happened', () => {
  const text = ticket({
    connection: PARTLY,
    activity: known([setKey(2 * HOUR)], NOW),
    ike: known([association(0, { elapsedSeconds: 4 * 3_600 })], NOW),
    subnet: REFUSED,
  })
  expect(text).toMatch(/^Why cn is not up, 25 Nov 2026/)
  expect(text).toContain('Instance 1  198.51.100.23  NotConnected')
  expect(text).toMatch(/1\. The shared key differs since .* \(very likely\)\n {3}- a\.nowak@contoso\.com set/)
  expect(text).toContain('Change, on the on-premises device: Enter the key that Azure holds now')
  expect(text).toMatch(
    /Not checked\n(?:- Gateway.*\n)- Network security group: GatewaySubnet: not readable for this account \(403/,
  )
  expect(text).toContain('Ruled out\n')
  expect(text).toMatch(/What happened\n(- .*\n)+/)
})

test('of a pasted log it has the known phrase alone', () => {
  const text = ticket({
    connection: DOWN,
    deviceLog: readDeviceLog('psk=secret-of-the-device received AUTHENTICATION_FAILED notify error'),
  })
  expect(text).toContain('The device logged AUTHENTICATION_FAILED, in 1 line. (Pasted log,')
  expect(text).not.toContain('secret-of-the-device')
})

test.each<[what: string, change: Partial<Facts>, says: RegExp]>([
  ['up', { connection: UP }, /^It is up: 2 of 2 tunnels are Connected, and \d+ rules found nothing/],
  [
    'very likely',
    { connection: DOWN, ike: known([], NOW), activity: known([setKey(HOUR)], NOW) },
    /^None of its 2 tunnels is up, most likely because the shared key differs since .*\.$/,
  ],
  [
    'nothing stands out',
    { connection: PARTLY, ike: known([association(0)], NOW), gateway: { is: 'none' } },
    /^1 of 2 tunnels is not connected\. Nothing stands out; what remains is unlikely\.$/,
  ],
  [
    'Azure does not say',
    { connection: UNKNOWN },
    /^Azure does not say whether it is up, and no rule found a cause/,
  ],
  [
    'still reading',
    { connection: UP, ike: { is: 'asking' } },
    /^It is up.*; what it rests on is still being read\.$/,
  ],
])('in one sentence: %s', (_, change, says) => {
  expect(summaryOf(diagnose(facts(change)))).toMatch(says)
})
