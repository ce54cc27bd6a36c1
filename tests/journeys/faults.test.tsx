import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { contoso } from '../../src/emulator/estates/contoso/contoso.ts'
import type { Fault } from '../../src/emulator/wire/control.ts'
import { resourcePath } from '../../src/model/paths.ts'
import { eventually, heading, visit, type Visit } from '../support/app.ts'
import { later } from '../support/clock.ts'

function idOf(name: string): string {
  const found = contoso.resources.find(({ id }) => id.endsWith(`/${name}`))
  if (!found) throw new Error(`contoso has no ${name}`)
  return found.id
}

const TUNNEL = idOf('cn-weu-to-gdansk')
const DROPPED: Fault = { kind: 'dropped', path: '/', lost: 'request' }
const EXPIRED: Fault = { kind: 'expiredToken', path: '/' }

const order = ({ emulator }: Visit, ...faults: Fault[]) => emulator.control({ do: 'faults', faults })

/** Of the whole page, in the line at its foot. */
const readAgain = () => screen.getByRole('button', { name: 'Read again' })

async function says(text: RegExp | string): Promise<void> {
  await waitFor(() => expect(document.body).toHaveTextContent(text), { timeout: 30_000, interval: 100 })
}

/** The hub once everything was read. */
async function whole(): Promise<void> {
  await heading(/^\d+ of 23 connections are healthy, 2 are down/)
}

test('403 on a resource group: hub and list name the group and the right, and show the rest', async () => {
  const group = TUNNEL.slice(0, TUNNEL.indexOf('/providers'))
  const { user } = await visit('/', { faults: [{ kind: 'forbidden', scope: group }] })
  await heading(/connections/)
  await user.click(await eventually('button', /rg-net-weu/))
  const unread = screen.getByRole('list', { name: 'What could not be read' })
  expect(unread).toHaveTextContent('connections in rg-net-weu')
  expect(unread).toHaveTextContent('Your account lacks Microsoft.Network/connections/read')

  await visit('/resources', { faults: [{ kind: 'forbidden', scope: group }] })
  await says(/Not all could be read: rg-net-weu\. Your account needs/)
  await visit(resourcePath(TUNNEL), { faults: [{ kind: 'forbidden', scope: group }] })
  await heading('This account may not read cn-weu-to-gdansk')
  expect(screen.getByRole('alert')).toHaveTextContent('Microsoft.Network/connections/read')
})

test('500 once: reads are tried again in silence', async () => {
  const once: Fault = {
    kind: 'status',
    path: '/',
    status: 500,
    code: 'InternalServerError',
    message: 'An error occurred.',
    times: 1,
  }
  const { requests } = await visit(resourcePath(TUNNEL), { faults: [{ ...once, anew: true }] })
  await heading('cn-weu-to-gdansk')
  await says(/1 of 2 tunnels is not connected/)
  expect(requests.filter((request) => request.startsWith(`GET ${TUNNEL}?`)).length).toBeGreaterThan(1)
  expect(document.body).not.toHaveTextContent('InternalServerError')

  await visit('/', { faults: [once] })
  await whole()
  expect(document.body).not.toHaveTextContent('could not be read')
})

test('429: the app waits as long as Azure asked, says so, and goes on', async () => {
  const { requests } = await visit('/', {
    faults: [{ kind: 'throttled', path: '/subscriptions', retryAfter: 3, times: 1 }],
  })
  await says(/Azure asked to wait: \d\ss/)
  expect(requests).toHaveLength(1)
  await whole()
  expect(document.body).not.toHaveTextContent('Azure asked to wait')
  expect(document.body).not.toHaveTextContent('could not be read')
})

test('429 that does not end is said, with what to do', async () => {
  const faults: Fault[] = [{ kind: 'throttled', path: TUNNEL, retryAfter: 0 }]
  await visit(resourcePath(TUNNEL), { faults })
  await says('SubscriptionRequestsThrottled')
  expect(screen.getByRole('alert')).toBeVisible()
})

test('slow: the frame stands at once, and after ten seconds the wait has a length', async () => {
  const page = await visit(resourcePath(TUNNEL), { faults: [{ kind: 'slow', path: '/', ms: 100_000 }] })
  await heading('cn-weu-to-gdansk')
  expect(document.body).not.toHaveTextContent('Still reading')
  await later(11_500, () => says(/Still reading, 1\d\ss/))
  await order(page)
  page.goOn()
  await says(/1 of 2 tunnels is not connected/)
})

test('a connection that drops under the hub: nothing there says why; what is there stays, with its age', async () => {
  const first = await visit('/', { faults: [DROPPED] })
  await heading('Your subscriptions could not be read: nothing answered')
  await order(first)
  await first.user.click(screen.getByRole('button', { name: 'Try again' }))
  await whole()

  await order(first, DROPPED)
  await first.user.click(readAgain())
  await says(/Not all could be read/)
  await whole()
  expect(screen.getByRole('contentinfo')).toHaveTextContent(/Read \d+\ss ago/)
  await says(/0 refused, [1-9]\d* unanswered/)

  // It is told, not asked again and again.
  const asked = () => first.requests.filter((request) => request.startsWith('GET /subscriptions?')).length
  const before = asked()
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  expect(asked()).toBe(before)
})

test('a connection that drops on the page of a resource: what is there stays, and says how old it is', async () => {
  const page = await visit(resourcePath(TUNNEL))
  await says(/1 of 2 tunnels is not connected/)
  await order(page, DROPPED)
  await page.user.click(screen.getByRole('button', { name: 'Refresh' }))
  await says(/Reading it again failed\..*What stands here was read/)
  expect(document.body).toHaveTextContent(/1 of 2 tunnels is not connected/)
})

test('an expired sign-in says so on the hub, and in the demo how to go on', async () => {
  const { user, emulator } = await visit('/', { faults: [EXPIRED] })
  await heading('Your subscriptions could not be read: the sign-in has ended')
  expect(document.body).toHaveTextContent('turn it off at the top of the page')
  await user.click(await eventually('button', 'Turn off and read again'))
  await whole()
  expect((await emulator.control({ do: 'describe' })).faults).toEqual([])
})

test('an expired sign-in on the list and on the page of a resource', async () => {
  await visit('/resources', { faults: [EXPIRED] })
  await says(/The sign-in has ended\. In the demo/)
  const page = await visit(resourcePath(TUNNEL), { faults: [EXPIRED] })
  await heading('Azure did not accept the sign-in while reading cn-weu-to-gdansk')
  expect(screen.getByRole('alert')).toHaveTextContent('The sign-in has ended.')
  await page.user.click(await eventually('button', 'Turn off and read again'))
  await heading('cn-weu-to-gdansk')
})

test('hidden headers leave every read as it is', async () => {
  await visit('/', { faults: [{ kind: 'opaque', path: '/' }] })
  await whole()
  expect(document.body).not.toHaveTextContent('could not be read')
})
