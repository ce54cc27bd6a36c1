import { expect, it } from 'vitest'
import { changeRequestOf, pictureOf } from './change-request.ts'
import { planTime } from './plan-time.ts'
import { CONNECTIONS, GATEWAY, idIn, PLAN } from './plan.fixture.ts'
import { removalOrder } from './removal-order.ts'

const names = (resources: readonly { id: string }[]) => resources.map(({ id }) => id.split('/').at(-1))

it('a picture shows what stands on what', () => {
  expect(pictureOf(PLAN.resources)).toEqual([
    'cn-malmo-1  Connection',
    '├─ vgw  Virtual network gateway',
    '│  ├─ GatewaySubnet  Subnet of vnet-hub',
    '│  ├─ pip-vgw-1  Public IP address',
    '│  └─ pip-vgw-2  Public IP address',
    '└─ lng-malmo-1  Local network gateway',
    'cn-malmo-2  Connection',
    '├─ vgw  Virtual network gateway, as above',
    '└─ lng-malmo-2  Local network gateway',
  ])
})

it('a change request says what, what it touches, how long and the way back', () => {
  const document = changeRequestOf(PLAN, {
    why: 'Malmö moves | <b>soon</b>\n# now',
    findings: [{ text: 'The key has to be entered on both devices.' }],
  }).replaceAll('\u2009', ' ')
  expect(document).toContain('## Why\n\nMalmö moves \\| \\<b\\>soon\\</b\\> \\# now\n')
  expect(document).toContain(
    '| Create | rg-net | Resource group | swedencentral |  |\n| Create | GatewaySubnet |',
  )
  expect(document).toContain(
    '| Create | vgw | Virtual network gateway | VpnGw2AZ, active-active, AS 65515 | 16 to 34 min |',
  )
  expect(document).toContain(
    '| No change | vnet-hub |  | Only its new subnet is written |'.replace('|  |', '| Virtual network |'),
  )
  expect(document).toContain('vnet-hub gets a new part and stays as it is otherwise. No existing tunnel')
  expect(document).toContain('- The key has to be entered on both devices.')
  expect(document).toContain('Typically 16 to 37 min.')
  expect(document).toContain(
    '1. cn-malmo-2 (Connection)\n2. cn-malmo-1 (Connection)\n3. vgw (Virtual network gateway)\n4. pip-vgw-2',
  )
  expect(document).toContain('Then the resource group rg-net, if nothing else is in it by then.')
})

it('says which existing resources are changed', () => {
  const document = changeRequestOf(PLAN, {
    findings: [],
    modified: [{ name: 'vgw-old', what: 'asn: 1 to 2' }],
  })
  expect(document).toContain('| Change | vgw-old |  | asn: 1 to 2 |  |')
  expect(document).not.toContain('No existing tunnel')
})

it('the time of a plan is that of its longest chain', () => {
  const at = (id: string) => {
    if (id === GATEWAY) return { from: 100, to: 200 }
    return CONNECTIONS.includes(id) ? { from: 10, to: 20 } : { from: 1, to: 2 }
  }
  const typicalOf = ({ id }: { id: string }) => ({ ...at(id), of: 'browser' as const })
  expect(planTime(PLAN, typicalOf)).toEqual({ from: 111, to: 222, of: 'browser' })
  const done = (id: string) => (id === GATEWAY ? 150 : CONNECTIONS.includes(id) ? 0 : 'all')
  expect(planTime(PLAN, typicalOf, done)).toEqual({ from: 10, to: 70, of: 'browser' })
  expect(planTime(PLAN, () => undefined)).toBeUndefined()
})

it('what goes first is what nothing hangs on', () => {
  expect(names(removalOrder(PLAN.resources))).toEqual([
    'cn-malmo-2',
    'cn-malmo-1',
    'vgw',
    'pip-vgw-2',
    'pip-vgw-1',
    'lng-malmo-2',
    'lng-malmo-1',
    'GatewaySubnet',
  ])
  const [ip, odd] = [idIn('g', 'publicIPAddresses/ip'), idIn('g', 'natGateways/nat')]
  const resources = [
    { id: ip, dependsOn: [] },
    { id: odd, dependsOn: [ip] },
  ]
  expect(names(removalOrder(resources))).toEqual(['nat', 'ip'])
})
