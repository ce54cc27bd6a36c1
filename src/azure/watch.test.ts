import { expect, it, vi } from 'vitest'
import { inTurn, resource } from './operation-script.ts'
import { azureOn, json, networkId, scripted } from './scripted.ts'
import type { OnStep } from './write.ts'

it('tells once that what somebody else began is seen under way, before it is over', async () => {
  const states = ['Updating', 'Updating', 'Succeeded'].map((state) => json(resource(state)))
  const { send } = scripted([['GET', inTurn(...states)]])
  const onStep = vi.fn<OnStep>()
  const writes = await azureOn(send).writes()
  const watched = { id: networkId('virtualNetworkGateways', 'gw'), startedAt: 0 }
  expect(await writes.watch(watched, { onStep })).toMatchObject({ is: 'done' })
  expect(onStep.mock.calls).toEqual([['running']])
})
