import { describe, expect, it } from 'vitest'
import type { Json } from '../lib/json.ts'
import { readDuration } from './from-wire/deployment.ts'
import { azureOn, json, networkId, scripted, SUBSCRIPTION } from './scripted.ts'
import { noAnswer } from './transport.ts'

const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg`
const ID = `${GROUP}/providers/Microsoft.Resources/deployments/d`
const NESTED = `/subscriptions/${SUBSCRIPTION}/resourceGroups/other/providers/Microsoft.Resources/deployments/n`
const TEMPLATE = { parameters: { key: { type: 'securestring' } }, resources: [] }
const refused = (code: string, status: number) => json({ error: { code, message: code } }, status)
const gateway = networkId('virtualNetworkGateways', 'gw')

function on(table: Parameters<typeof scripted>[0]) {
  const script = scripted(table)
  const azure = azureOn(script.send)
  const bodies = () => script.asked.flatMap(({ body }) => (body ? [JSON.parse(body) as Json] : []))
  return { script, azure, bodies }
}

const operation = (id: string, provisioningState: string, more: object = {}): Json => ({
  id: 'o',
  properties: { provisioningOperation: 'Create', provisioningState, targetResource: { id }, ...more },
})

describe('a question', () => {
  it('is taken to its end where Azure takes its time, with a made-up secret', async () => {
    const { azure, bodies } = on([
      ['/validate', json(null, 202, { location: `https://management.azure.com${ID}/operationResults/1` })],
      ['/operationResults/1', json({ properties: { provisioningState: 'Succeeded' } })],
    ])
    const answer = await (await azure.deployments()).validate({ id: ID, template: TEMPLATE })
    expect(answer).toEqual({ ok: true, value: undefined })
    expect(bodies()).toEqual([
      {
        properties: {
          mode: 'Incremental',
          template: TEMPLATE,
          parameters: { key: { value: 'Asked-only-0000-not-a-key' } },
        },
      },
    ])
  })

  it('is a refusal where its result holds an error', async () => {
    const { azure } = on([
      [
        '/whatIf',
        json({ status: 'Failed', properties: {}, error: { code: 'InvalidTemplate', message: 'no' } }),
      ],
    ])
    const answer = await (await azure.deployments()).whatIf({ id: ID, template: TEMPLATE })
    expect(answer).toMatchObject({ ok: false, error: { code: 'InvalidTemplate' } })
  })

  it('shows no secret of what there is', async () => {
    const delta = [
      { path: 'properties', propertyChangeType: 'Modify', before: { sharedKey: 'MARKER' }, after: {} },
    ]
    const { azure } = on([
      ['/whatIf', json({ properties: { changes: [{ resourceId: gateway, changeType: 'Modify', delta }] } })],
    ])
    const answer = await (await azure.deployments()).whatIf({ id: ID, template: TEMPLATE })
    expect(answer).toMatchObject({ ok: true, value: [{ change: 'Modify' }] })
    expect(JSON.stringify(answer)).not.toContain('MARKER')
  })

  it('says so where the browser may not read where its answer will be', async () => {
    const { azure } = on([['/whatIf', json(null, 202)]])
    const answer = await (await azure.deployments()).whatIf({ id: ID, template: TEMPLATE })
    expect(answer).toMatchObject({ ok: false, error: { code: 'NoOperation' } })
  })
})

describe('operations', () => {
  it('of nested deployments stand in their place; what is about no resource is left out', async () => {
    const { azure, script } = on([
      [
        '/rg/deployments/d/operations',
        json({
          value: [
            operation(gateway, 'Failed', {
              statusMessage: { error: { code: 'X', message: 'x' } },
              duration: 'PT2M0.5S',
              timestamp: '2026-11-29T09:00:00Z',
            }),
            operation(NESTED, 'Running'),
            {
              id: 'o',
              properties: {
                provisioningOperation: 'EvaluateDeploymentOutput',
                provisioningState: 'Succeeded',
              },
            },
            operation(networkId('virtualNetworks', 'v'), 'Succeeded', { provisioningOperation: 'Read' }),
          ],
        }),
      ],
      ['/other/deployments/n/operations', json({ value: [operation(networkId('x', 'in'), 'Accepted')] })],
    ])
    const answer = await (await azure.deployments()).operations(ID)
    expect(answer).toMatchObject({
      ok: true,
      value: [
        {
          targetId: gateway,
          state: 'failed',
          took: 120_500,
          at: Date.UTC(2026, 10, 29, 9),
          error: { code: 'X', target: gateway },
        },
        { targetId: networkId('x', 'in'), state: 'running' },
      ],
    })
    expect(script.asked).toHaveLength(2)
  })

  it.each([
    [404, 'DeploymentNotFound', true],
    [403, 'AuthorizationFailed', true],
    [400, 'Other', false],
  ])('go on where nested ones answer %d', async (status, code, goesOn) => {
    const { azure } = on([
      ['/rg/deployments/d/operations', json({ value: [operation(NESTED, 'Running')] })],
      ['/other/deployments/n/operations', refused(code, status)],
    ])
    expect((await (await azure.deployments()).operations(ID)).ok).toBe(goesOn)
  })
})

describe('a resource group', () => {
  const group = { subscriptionId: SUBSCRIPTION, name: 'rg', location: 'westeurope' }

  it('that is there is left as it is', async () => {
    const { azure, script } = on([[`GET https://management.azure.com${GROUP}?`, json({ id: GROUP })]])
    expect(await (await azure.deployments()).makeGroup(group)).toEqual({ ok: true, value: 'wasThere' })
    expect(script.asked.map(({ method }) => method)).toEqual(['GET'])
  })

  it('is made where there is none', async () => {
    const { azure, bodies } = on([
      ['GET ', refused('ResourceGroupNotFound', 404)],
      ['PUT ', json({ id: GROUP }, 201)],
    ])
    expect(await (await azure.deployments()).makeGroup(group)).toEqual({ ok: true, value: 'made' })
    expect(bodies()).toEqual([{ location: 'westeurope' }])
  })
})

describe('sending and canceling', () => {
  const begin = async (answer: Parameters<typeof scripted>[0][0][1]) => {
    const { azure } = on([['PUT ', answer]])
    return (await azure.deployments()).start({ id: ID, template: TEMPLATE, secrets: { key: 'k' } })
  }

  it.each([
    ['a failing service', refused('InternalServerError', 500)],
    ['a lost answer', () => Promise.reject(noAnswer())],
    ['one that failed at once', json({ properties: { provisioningState: 'Failed' } }, 201)],
  ])('leaves open what came of it after %s', async (_, answer) => {
    expect(await begin(answer)).toMatchObject({ ok: true, value: { is: 'unanswered' } })
  })

  it('is refused, or begun', async () => {
    expect(await begin(refused('DeploymentActive', 409))).toMatchObject({
      ok: false,
      error: { kind: 'conflict' },
    })
    const accepted = json({ properties: { provisioningState: 'Accepted' } }, 201)
    expect(await begin(accepted)).toEqual({ ok: true, value: { is: 'begun' } })
  })

  it('cancels nothing that is over, which is fine', async () => {
    const over = json({ id: ID, properties: { provisioningState: 'Succeeded' } })
    const { azure } = on([
      ['/cancel', refused('DeploymentCannotBeCancelled', 409)],
      [`GET `, over],
    ])
    expect(await (await azure.deployments()).cancel(ID)).toEqual({ ok: true, value: undefined })
    const running = on([
      ['/cancel', refused('AuthorizationFailed', 403)],
      ['GET ', json({ id: ID, properties: { provisioningState: 'Running' } })],
    ])
    expect(await (await running.azure.deployments()).cancel(ID)).toMatchObject({
      ok: false,
      error: { kind: 'forbidden' },
    })
  })
})

it.each([
  ['PT14M22.5S', 862_500],
  ['P1DT1H', 90_000_000],
  ['PT0S', 0],
  ['soon', undefined],
  [undefined, undefined],
])('%s is %s ms', (text, milliseconds) => {
  expect(readDuration(text)).toBe(milliseconds)
})
