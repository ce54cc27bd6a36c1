import { screen } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'
import type { Fault } from '../../src/emulator/wire/control.ts'
import { resourcePath } from '../../src/model/paths.ts'
import { eventually, heading } from '../support/app.ts'
import { openSetUp } from '../support/express-route-order.ts'
import { circuitPart, continueSetUp, provider, verified } from '../support/express-route-walk.ts'
import { idOf, says } from '../support/tags-form.ts'
import { UNLOCKED } from '../support/unlocked.ts'
import { choose, create, field, fill, next, pick, press, reload, sent } from '../support/wizard.ts'

beforeAll(() => import('../../src/features/express-route-wizard/express-route-route.tsx'), 300_000)

const SPARE_KEY = '2b6e91c0-f4d8-4a75-8037-dc15a9e3b864'

test('a circuit of another subscription is connected by its authorization, and what is typed is found again after a reload, but for the key', async () => {
  let walk = await openSetUp('', UNLOCKED)
  await choose(walk, 'Resiliency', /^Standard/)
  await next(walk, 'Circuits')
  await choose(walk, 'Circuit', /^Use somebody else’s/)
  await fill(walk, 'Resource id of the circuit', idOf('er-dub-eunet-1'))
  await next(walk, 'Peering')
  expect(circuitPart('er-dub-eunet-1')).toHaveTextContent('The owner of the circuit configures it')
  await next(walk, 'Gateway')
  await pick(walk, 'Virtual network', /^VNET-Lab-Old/)
  await next(walk, 'Connection')
  await fill(walk, 'Connection to er-dub-eunet-1', 'cn-er-dublin-2')
  await fill(walk, 'Authorization key of er-dub-eunet-1', SPARE_KEY)
  await next(walk, 'Review')
  // What was in the page's memory alone is asked for again.
  walk = await reload(walk, 'Review')
  await press(walk, 'Back')
  await heading('Connection')
  await says(/Enter the authorization key of er-dub-eunet-1\. A key is kept in memory only/)
  expect(await field('Connection to er-dub-eunet-1')).toHaveValue('cn-er-dublin-2')
  await fill(walk, 'Authorization key of er-dub-eunet-1', SPARE_KEY)
  await next(walk, 'Review')
  await create(walk)
  await sent()
  walk = await reload(walk, /ready/)
  await eventually('heading', /^All \d resources are ready/)
  expect(JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)])).not.toContain(
    SPARE_KEY,
  )
  await press(walk, 'Next: Verify')
  // Its provider's second handover has no session.
  await heading('1 of 2 paths is up')
  expect(screen.getByRole('link', { name: 'Why it is not up' })).toHaveAttribute(
    'href',
    resourcePath(idOf('er-dub-eunet-1'), 'why'),
  )
})

test('a circuit is connected to a virtual hub, whose gateway has its scale units', async () => {
  const walk = await continueSetUp(idOf('er-ams-equinix-1'), 'Provider', UNLOCKED)
  await provider(walk, 'Provision it')
  await heading('Peering')
  await walk.user.click(screen.getByRole('link', { name: /^Resiliency/ }))
  await heading('Resiliency')
  await choose(walk, 'Connect to', /^A virtual hub/)
  await walk.user.click(screen.getByRole('link', { name: /^Gateway/ }))
  await heading('Gateway')
  await pick(walk, 'Virtual hub', /^vhub-sea-01/)
  await fill(walk, 'At least', '11')
  await says(/1 to 10/)
  await fill(walk, 'At least', '2')
  await next(walk, 'Connection')
  await next(walk, 'Review')
  // The hub is at work on something else, and is free again later.
  const busy: Fault = {
    kind: 'failOperation',
    path: '/expressRouteGateways/',
    code: 'AnotherOperationInProgress',
    message: 'Another operation on this or dependent resource is in progress.',
  }
  await walk.emulator.control({ do: 'faults', faults: [busy] })
  await create(walk)
  await eventually('heading', /^Failed: /)
  await walk.emulator.control({ do: 'faults', faults: [] })
  await press(walk, 'Try again')
  await eventually('heading', /^All \d resources are ready/)
  await press(walk, 'Next: Verify')
  await verified('Both paths are up')
  expect(circuitPart('Resiliency')).toHaveTextContent('Standard: everything is in Amsterdam')
})
