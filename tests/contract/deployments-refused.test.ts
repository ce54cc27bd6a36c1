import { describe, expect, it } from 'vitest'
import { contoso } from '../../src/emulator/estates/contoso/contoso.ts'
import { body, DEPLOYMENT, failed, siteToSite, whatIf } from './deployments.ts'
import { GROUP, NETWORK, testEmulator, withNetwork } from './emulator.ts'

// What is refused before a deployment begins, and what is not seen before.

describe('what ARM sees before', () => {
  const GROUPS = `/subscriptions/${contoso.subscriptions[0]?.subscriptionId}/resourceGroups`
  const site_ = (more: object) => ({
    ...siteToSite(),
    outputs: {},
    resources: siteToSite()
      .resources.slice(2, 3)
      .map((one) => ({ ...one, ...more })),
  })

  it('rights, places and types: 400 InvalidTemplateDeployment with each in its details', async () => {
    const emulator = await withNetwork(testEmulator())
    await emulator.control({
      do: 'faults',
      faults: [{ kind: 'forbidden', scope: GROUP, action: 'Microsoft.Network/localNetworkGateways/write' }],
    })
    const template = site_({})
    const resources = [
      ...template.resources,
      ...site_({ name: 'far', location: 'nowhere', type: 'Microsoft.Network/vpnSites' }).resources,
      ...site_({ name: 'box', type: 'Microsoft.Storage/storageAccounts' }).resources,
      ...site_({ name: 'hub', location: 'westus', type: 'Microsoft.Network/virtualNetworks' }).resources,
    ]
    const sent = body({ ...template, resources })
    const refused = await emulator.ask('POST', `${DEPLOYMENT}/validate`, sent)
    expect([refused.status, refused.body.error.code]).toEqual([400, 'InvalidTemplateDeployment'])
    expect(refused.body.error.details).toMatchObject([
      { code: 'AuthorizationFailed', target: `${NETWORK}/localNetworkGateways/site` },
      { code: 'LocationNotAvailableForResourceType', target: `${NETWORK}/vpnSites/far` },
      { code: 'InvalidResourceType' },
      { code: 'InvalidResourceLocation', target: `${NETWORK}/virtualNetworks/hub` },
    ])
    expect((await whatIf(emulator, sent)).body).toMatchObject({
      status: 'Failed',
      error: { code: 'InvalidTemplateDeployment' },
    })
  })

  it('a policy, also while it runs', async () => {
    const emulator = testEmulator({ estates: [contoso] })
    const sent = body(site_({}))
    const neu = `${GROUPS}/rg-net-neu/providers/Microsoft.Resources/deployments/x`
    const refused = await emulator.ask('POST', `${neu}/validate`, sent)
    expect(refused.body.error.details?.[0]).toMatchObject({
      code: 'RequestDisallowedByPolicy',
      additionalInfo: [{ type: 'PolicyViolation' }],
    })
    expect((await emulator.ask('PUT', neu, sent)).status).toBe(201)
    emulator.pass(600)
    expect((await failed(emulator, neu))[0].code).toBe('RequestDisallowedByPolicy')
  })

  it('not a lock: that comes out while it runs', async () => {
    const emulator = testEmulator({ estates: [contoso] })
    const lab = `/subscriptions/${contoso.subscriptions[2]?.subscriptionId}/resourceGroups`
    const outside = `${lab}/rg-lab-neu/providers/Microsoft.Resources/deployments/x`
    const old = `${lab}/rg-lab-(old)/providers/Microsoft.Resources/deployments/x`
    const template = {
      ...site_({}),
      resources: [
        {
          type: 'Microsoft.Resources/deployments',
          apiVersion: '2022-09-01',
          name: 'x',
          resourceGroup: 'rg-lab-(old)',
          properties: { mode: 'Incremental', template: site_({}) },
        },
      ],
    }
    for (const path of [outside, old])
      expect((await emulator.ask('POST', `${path}/validate`, body(template))).status).toBe(200)
    expect((await emulator.ask('PUT', old, body(template))).body.error.code).toBe('ScopeLocked')
    expect((await emulator.ask('PUT', outside, body(template))).status).toBe(201)
    emulator.pass(600)
    expect(await failed(emulator, outside)).toMatchObject([{ code: 'ScopeLocked', target: old }])
  })
})
