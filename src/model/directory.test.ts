import { describe, expect, it } from 'vitest'
import { byDirectory, tenantName, tenantOfScope } from './directory.ts'

const FABRIKAM = { tenantId: 'F1', displayName: 'Fabrikam', defaultDomain: 'fabrikam.example' }

describe('a directory', () => {
  it.each([
    ['/tenants/f1', 'f1'],
    ['/Tenants/f1', 'f1'],
    ['/tenants', undefined],
    ['/subscriptions/f1', undefined],
    ['/tenants/f1/more', undefined],
  ])('in %s is %s', (scope, tenantId) => expect(tenantOfScope(scope)).toBe(tenantId))

  it.each([
    ['its name', 'f1', [FABRIKAM], 'Fabrikam'],
    ['its domain', 'f1', [{ tenantId: 'F1', defaultDomain: 'fabrikam.example' }], 'fabrikam.example'],
    ['its id', 'f1', [{ tenantId: 'other' }], 'f1'],
  ])('is called by %s', (_, tenantId, tenants, name) => expect(tenantName(tenantId, tenants)).toBe(name))

  it('keeps its subscriptions together, whatever the casing', () => {
    const at = (subscriptionId: string, tenantId?: string) => ({
      subscriptionId,
      displayName: subscriptionId,
      ...(tenantId && { tenantId }),
    })
    const groups = byDirectory([at('1', 'a'), at('2', 'b'), at('3', 'A'), at('4')])
    expect(groups.map((group) => group.subscriptions.map((one) => one.subscriptionId))).toEqual([
      ['1', '3'],
      ['2'],
      ['4'],
    ])
  })
})
