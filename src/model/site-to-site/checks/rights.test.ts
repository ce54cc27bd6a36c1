import { describe, expect, test } from 'vitest'
import { inventory, SUBSCRIPTION } from '../../../../tests/support/resources.ts'
import { goodAnswers, surroundings, VNET } from '../../../../tests/support/surroundings.ts'
import { buildEstate } from '../../build-estate.ts'
import { rightsNeeded } from '../rights-needed.ts'
import { rightKey } from '../../wizard/needed-rights.ts'
import { place, said } from './said.test-support.ts'

describe('rights', () => {
  const known = surroundings([VNET])
  const needed = rightsNeeded(goodAnswers(known), known)
  const group = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-net-weu`

  test('every type the plan writes, what it uses, and the deployment', () => {
    expect(needed.map(({ action, scope }) => `${action} ${scope === group ? '' : scope}`.trim())).toEqual([
      'Microsoft.Resources/deployments/validate/action',
      'Microsoft.Resources/deployments/whatIf/action',
      'Microsoft.Resources/deployments/write',
      'Microsoft.Resources/deployments/read',
      `Microsoft.Network/virtualNetworks/subnets/write ${VNET.id}`,
      'Microsoft.Network/publicIPAddresses/write',
      'Microsoft.Network/virtualNetworkGateways/write',
      'Microsoft.Network/localNetworkGateways/write',
      'Microsoft.Network/connections/write',
      'Microsoft.Network/publicIPAddresses/join/action',
      `Microsoft.Network/virtualNetworks/subnets/join/action ${VNET.id}`,
    ])
  })

  test('of a new group: the subscription gives them', () => {
    const answers = place({ group: { is: 'new', name: 'rg-new' } })(goodAnswers(known))
    const scopes = new Set(rightsNeeded(answers, known).map(({ scope }) => scope))
    expect(scopes).toEqual(new Set([`/subscriptions/${SUBSCRIPTION}`, VNET.id, group]))
    expect(rightsNeeded(answers, known)[0]?.action).toBe(
      'Microsoft.Resources/subscriptions/resourceGroups/write',
    )
  })

  test('of a virtual network and addresses that are new: in their group', () => {
    const answers = place({ network: { is: 'new', name: 'vnet-new' } })(goodAnswers(known))
    const joins = rightsNeeded(answers, known).filter(({ action }) => action.endsWith('/join/action'))
    expect(joins).toEqual([
      { action: 'Microsoft.Network/virtualNetworks/subnets/join/action', scope: group },
      { action: 'Microsoft.Network/publicIPAddresses/join/action', scope: group },
    ])
  })

  test('one that is missing is said with action and scope, and stops nobody from planning', () => {
    const action = 'Microsoft.Network/connections/write'
    const rights = (right: Parameters<typeof Map.prototype.set>[1]) => ({
      rights: new Map(
        needed.map((one) => [rightKey(one), one.action === action ? right : { is: 'allowed' }]),
      ),
    })
    const missing = said({ around: rights({ is: 'missing', action, scope: group }) })
    expect(missing.lines).toEqual(['A rights network network.group'])
    expect(missing.checks[0]?.text).toContain(`It lacks ${action} on ${group}.`)
    const error = { kind: 'network', code: 'NoAnswer', message: 'no', details: [] }
    expect(said({ around: rights({ is: 'unknown', error }) }).lines).toEqual([
      'A unread-rights network network.group',
    ])
    const lock = { id: 'l', name: 'as-it-was', level: 'ReadOnly', scope: group }
    const locked = said({
      around: { rights: new Map(needed.map((one) => [rightKey(one), { is: 'locked', lock }])) },
    })
    expect(locked.lines).toEqual(['A rights network network.group'])
    expect(said({ around: rights({ is: 'readOnly', why: 'switch' }) }).lines).toEqual([
      'A read-only network network.group',
    ])
  })
})

test('what of the estate could not be read is said, once', () => {
  const subscriptions = [{ subscriptionId: SUBSCRIPTION, displayName: 'Lab' }]
  const unread = {
    scope: `/subscriptions/${SUBSCRIPTION}`,
    what: 'VPN sites',
    action: 'Microsoft.Network/vpnSites/read',
    error: { kind: 'forbidden' as const, code: 'AuthorizationFailed', message: 'no', details: [] },
  }
  const estate = buildEstate(subscriptions, [inventory([VNET], { unreadable: [unread] })])
  expect(said({ around: { estate } }).lines).toEqual(['A unread network network.network'])
})
