import type { Json } from '../lib/json.ts'
import type { OperationRecord, Polled, WriteRequest } from './operation.ts'
import { azureOn, json, networkId, scripted } from './scripted.ts'
import type { WireAnswer } from './transport.ts'

// For tests: what the service sends while an operation goes on.

export const ID = networkId('virtualNetworkGateways', 'gw')
const AT = 'https://management.azure.com/subscriptions/s/providers/Microsoft.Network/locations/westeurope'
// Long and signed on the real service: it must come back as it was given.
export const STATUS = `${AT}/operations/1?api-version=2025-05-01&t=1&c=${'x'.repeat(3000)}&s=a%2Fb&h=h`
export const RESULT = `${AT}/operationResults/1?api-version=2025-05-01`
export const both = { 'Azure-AsyncOperation': STATUS, Location: RESULT, 'Retry-After': '10' }

export const empty = (status: number, headers = {}): WireAnswer => ({ status, headers, body: '' })
export const resource = (provisioningState?: string): Json => ({
  id: ID,
  properties: { provisioningState, sharedKey: 'MARKER' },
})
export const clean = (provisioningState?: string) => ({ id: ID, properties: { provisioningState } })

/** Answers one after another; the last one stays. */
export const inTurn = (...answers: WireAnswer[]) => {
  let turn = 0
  return () => answers[Math.min(turn++, answers.length - 1)] ?? empty(500)
}
export const status = (name: string, more = {}) => json({ status: name, ...more })
export const failed = status('Failed', {
  error: { code: ' ServiceProviderNotProvisioned', message: 'x', details: [] },
})

export async function begin(request: Partial<WriteRequest>, table: Parameters<typeof scripted>[0]) {
  const script = scripted(table)
  const { operations } = azureOn(script.send)
  const started = await operations.start({ method: 'PUT', id: ID, ...request })
  if (!started.ok) return { started, asked: script.asked }
  if (started.value.state !== 'running') return { started: started.value, asked: script.asked }
  const ticks: Polled['state'][] = []
  // What a reload leaves of it.
  const operation = JSON.parse(JSON.stringify(started.value.operation)) as OperationRecord
  const end = await operations.follow(operation, { onTick: ({ state }) => ticks.push(state) })
  return { started: started.value, ticks, end, asked: script.asked }
}
