import { describe, expect, test } from 'vitest'
import type { Json } from '../lib/json.ts'
import { HubFailure } from '../model/errors.ts'
import { errorFromAnswer, errorFromOperation, errorFromThrown, retryAfter } from './arm-error.ts'
import { json, networkId } from './scripted.ts'
import { noAnswer } from './transport.ts'

const error = (code: string, message: string, more = {}) => ({
  error: { code, message, details: [], ...more },
})
const retryable = error('RetryableError', 'A retryable error occurred.', {
  details: [
    {
      code: 'RetryableErrorDueToAnotherOperation',
      message:
        'Operation PutVirtualNetworkGatewayOperation (x) is updating resource y. The call can be retried in 11 seconds.',
    },
  ],
})

describe('kind and code', () => {
  test.each([
    ['401', 401, error('ExpiredAuthenticationToken', 'x'), 'auth', 'ExpiredAuthenticationToken'],
    ['403', 403, error('AuthorizationFailed', 'x'), 'forbidden', 'AuthorizationFailed'],
    [
      '404 of ARM',
      404,
      { error: { code: 'ResourceNotFound', message: 'x' } },
      'notFound',
      'ResourceNotFound',
    ],
    ['404 of the provider', 404, error('NotFound', 'x'), 'notFound', 'NotFound'],
    ['409 that is busy', 409, error('AnotherOperationInProgress', 'x'), 'busy', 'AnotherOperationInProgress'],
    ['409 that is not', 409, error('ScopeLocked', 'x'), 'conflict', 'ScopeLocked'],
    ['412', 412, error('PreconditionFailed', 'x'), 'conflict', 'PreconditionFailed'],
    ['429 that is busy', 429, error('AnotherOperationInProgress', 'x'), 'busy', 'AnotherOperationInProgress'],
    ['429 that is busy in its details', 429, retryable, 'busy', 'RetryableError'],
    [
      '429 of throttling',
      429,
      error('SubscriptionRequestsThrottled', 'x'),
      'throttled',
      'SubscriptionRequestsThrottled',
    ],
    ['429 with nothing', 429, null, 'throttled', 'Http429'],
    ['400 in use', 400, error('InUseSubnetCannotBeDeleted', 'x'), 'conflict', 'InUseSubnetCannotBeDeleted'],
    [
      '400 failed parent',
      400,
      error('ParentResourceIsInFailedState', 'x'),
      'conflict',
      'ParentResourceIsInFailedState',
    ],
    [
      '400',
      400,
      error('InvalidIpAddress', 'The IP Address 10.0.0.257 is invalid.'),
      'invalid',
      'InvalidIpAddress',
    ],
    ['503', 503, error('ServerTimeout', 'x'), 'server', 'ServerTimeout'],
    ['unwrapped', 400, { code: 'Bad', message: 'x' }, 'invalid', 'Bad'],
    [
      'capitals',
      409,
      { Error: { Code: 'ResourceGroupDeletionBlocked', Message: 'x' } },
      'conflict',
      'ResourceGroupDeletionBlocked',
    ],
    ['a blank before the code', 400, error(' InternalError', ' BadRequest'), 'invalid', 'InternalError'],
    [
      'an error in the message',
      409,
      { Error: { Code: 'Outer', Message: JSON.stringify(error('Inner', 'x')) } },
      'conflict',
      'Inner',
    ],
    ['wrong types everywhere', 400, { error: { code: 1, message: {}, details: 'x' } }, 'invalid', 'Http400'],
  ])('%s', (_, status, body, kind, code) => {
    const read = errorFromAnswer(json(body, status))
    expect([read.kind, read.code, read.status]).toEqual([kind, code, status])
    expect(read.message).toBe(read.message.trim())
  })

  test('an answer that is a web page', () => {
    const read = errorFromAnswer({ status: 502, headers: {}, body: '<html>Bad gateway</html>' })
    expect([read.kind, read.code]).toEqual(['server', 'Http502'])
    expect(read.message).not.toContain('<')
  })
})

test.each([
  ['InitiatingCircuitNotProvisioned', 'conflict'],
  [' InternalError', 'server'],
  ['LinkedAuthorizationFailed', 'forbidden'],
  ['AnotherOperationInProgress', 'busy'],
  ['InvalidConnectedSiteId', 'invalid'],
])('a failed operation has no status: %s is %s', (code, kind) => {
  const read = errorFromOperation(
    { status: 'Failed', error: { code, message: 'x', details: [] } },
    '/id',
    'Failed',
  )
  expect([read.kind, read.code, read.target]).toEqual([kind, code.trim(), '/id'])
})

test('a cancelled operation without an error says so', () => {
  expect(errorFromOperation({ status: 'Canceled' }, '/id', 'Canceled').code).toBe('OperationCanceled')
})

test('where it came from and how long to wait', () => {
  const headers = { 'x-ms-correlation-request-id': 'c', 'retry-after': '17' }
  expect(errorFromAnswer({ ...json(error('X', 'x'), 429), headers }, '/id')).toMatchObject({
    correlationId: 'c',
    retryAfterSeconds: 17,
    target: '/id',
  })
  expect(errorFromAnswer(json(retryable, 429)).retryAfterSeconds).toBe(11)
  expect([retryAfter({ 'retry-after-ms': '250' }), retryAfter({ 'retry-after': 'soon' })]).toEqual([
    0.25,
    undefined,
  ])
})

describe('words', () => {
  const gateway = networkId('virtualNetworkGateways', 'gw')
  test.each([
    ['ids are cut', `Resource ${gateway} not found.`, 'Resource virtualNetworkGateways/gw not found.'],
    [
      'service keys are masked',
      "state 'NotProvisioned' of this service key '0a1b2c3d-1111-2222-3333-444455556666' prevents this",
      "state 'NotProvisioned' of this service key '…6666' prevents this",
    ],
    [
      'in the other spelling',
      'ServiceKey = 0a1b2c3d-1111-2222-3333-444455556666 is',
      'ServiceKey = …6666 is',
    ],
    [
      '.NET types are dropped',
      'The allowed Skus are System.Collections.Generic.List`1[Microsoft.Sku]',
      'The allowed Skus are …',
    ],
    [
      'operation addresses are dropped',
      'use uri: https://management.azure.com/subscriptions/x/providers/Microsoft.Network/locations/l/operations/1?api-version=1.',
      'use uri: …',
    ],
  ])('%s', (_, message, shown) => {
    expect(errorFromAnswer(json(error('X', message), 400)).message).toBe(shown)
  })

  test('they are never long', () => {
    expect(errorFromAnswer(json(error('X', 'y'.repeat(5000)), 400)).message.length).toBeLessThanOrEqual(500)
  })
})

test('what was thrown', () => {
  expect(errorFromThrown(noAnswer(), '/id')).toMatchObject({
    kind: 'network',
    code: 'NoAnswer',
    target: '/id',
  })
  const known = errorFromAnswer(json(null, 401))
  expect(errorFromThrown(new HubFailure(known), '/id')).toEqual({ ...known, target: '/id' })
  const aborted = AbortSignal.abort()
  expect(() => errorFromThrown(aborted.reason, '/id', aborted)).toThrow('abort')
})

test.each([
  ['a missing operation of the SDK', new TypeError('client.connections.listAll is not a function')],
  ['a chunk that did not load', new TypeError('Failed to fetch dynamically imported module: https://x/a.js')],
  ['an emulator that stopped', new Error("The demo's emulator stopped")],
])('%s is a fault of the app, and says nothing of Azure', (_, thrown) => {
  expect(errorFromThrown(thrown, '/id')).toEqual({
    kind: 'fault',
    code: 'Fault',
    message: thrown.message,
    target: '/id',
    details: [],
  })
})

test('the words of a fault are fit to be copied', () => {
  const { message } = errorFromThrown(new Error("cannot read 'a' of shared key 'secret-of-tunnel-7'"), '/id')
  expect(message).toBe("cannot read 'a' of shared key '…el-7'")
})

describe('an error that wraps others', () => {
  const gateway = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworkGateways/gw'
  const wrapped = (...details: Json[]) => ({
    error: { code: 'DeploymentFailed', message: 'At least one failed.', details },
  })

  test.each<[string, Json, object]>([
    ['as it stands', { code: 'X', message: 'x', target: gateway }, { code: 'X', target: gateway }],
    [
      'of what ended later, about the resource around it',
      {
        code: 'ResourceDeploymentFailure',
        message: 'm',
        target: gateway,
        details: [{ code: 'X', message: 'x', details: [] }],
      },
      { code: 'X', target: gateway },
    ],
    [
      'as text in its message',
      { code: 'Conflict', message: JSON.stringify({ error: { code: 'X', message: 'x' } }), target: gateway },
      { code: 'X', target: gateway },
    ],
    [
      'of a nested deployment',
      { code: 'DeploymentFailed', message: 'm', details: [{ code: 'X', message: 'x' }] },
      { code: 'X', target: '/d' },
    ],
    [
      'with what it says itself',
      {
        code: 'RequestDisallowedByPolicy',
        message: "Resource 'ip' was disallowed by policy.",
        additionalInfo: [{ type: 'PolicyViolation', info: { policyDefinitionDisplayName: 'No addresses' } }],
      },
      { kind: 'forbidden', because: { is: 'policy', policies: [{ name: 'No addresses' }] } },
    ],
  ])('has it %s', (_, detail, inner) => {
    expect(errorFromOperation(wrapped(detail), '/d', 'Failed', 'c1')).toMatchObject({
      code: 'DeploymentFailed',
      correlationId: 'c1',
      inner: [{ ...inner, correlationId: 'c1' }],
    })
  })

  test('has all of them, and is of the kind of the first', () => {
    const error = errorFromAnswer(
      json(
        {
          error: {
            code: 'InvalidTemplateDeployment',
            message: 'm',
            details: [
              { code: 'AuthorizationFailed', message: 'a' },
              { code: 'Y', message: 'y' },
            ],
          },
        },
        400,
      ),
    )
    expect(error).toMatchObject({
      kind: 'forbidden',
      inner: [{ code: 'AuthorizationFailed' }, { code: 'Y' }],
    })
  })

  test('of another code is one, with its details', () => {
    const body = {
      error: {
        code: 'RetryableError',
        message: 'm',
        details: [{ code: 'ReferencedResourceNotProvisioned', message: 'r' }],
      },
    }
    expect(errorFromOperation(body, '/d', 'Failed')).not.toHaveProperty('inner')
  })
})
