import { expect, test } from 'vitest'
import { runOf } from '../../../tests/support/runs.ts'
import { wasBusy } from './busy.ts'

const GROUP = '/subscriptions/s/resourceGroups/rg-net/providers/Microsoft.Network'
const IDS = [`${GROUP}/vpnSites/a`, `${GROUP}/vpnSites/b`] as const

const error = (code: string, inner?: object[]) => ({
  kind: 'throttled',
  code,
  message: 'm',
  details: [],
  ...(inner && { inner }),
})
const ended = (of: object, operations: object[] = []) =>
  wasBusy(runOf(IDS, { operations, state: { is: 'failed', during: 'sending', at: 0, error: of } }))
const failed = (id: string, code: string) => ({ targetId: id, state: 'failed', error: error(code) })

test('a run that met nothing but other operations can be begun again', () => {
  expect(ended(error('RetryableError'))).toBe(true)
  expect(ended(error('DeploymentFailed', [error('AnotherOperationInProgress')]))).toBe(true)
  expect(ended(error('InternalServerError'))).toBe(false)
  expect(ended(error('DeploymentFailed'), [failed(IDS[0], 'AnotherOperationInProgress')])).toBe(true)
  expect(
    ended(error('DeploymentFailed'), [failed(IDS[0], 'RetryableError'), failed(IDS[1], 'InvalidSku')]),
  ).toBe(false)
  expect(wasBusy(runOf(IDS, {}))).toBe(false)
})
