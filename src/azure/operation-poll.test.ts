import { describe, expect, test } from 'vitest'
import type { Polled, WriteRequest } from './operation.ts'
import {
  ID,
  STATUS,
  RESULT,
  both,
  empty,
  resource,
  clean,
  inTurn,
  status,
  begin,
  failed,
} from './operation-script.ts'
import { json, type scripted } from './scripted.ts'

const ids = (id: string) => ({ 'x-ms-correlation-request-id': id })

describe('how it is followed', () => {
  const POST = { method: 'POST', action: 'reset' } as const
  const DELETE = { method: 'DELETE' } as const
  test.each<[string, Partial<WriteRequest>, Parameters<typeof scripted>[0], Polled]>([
    [
      'PUT with a status address',
      {},
      [
        ['PUT', json(resource('Updating'), 201, { 'Azure-AsyncOperation': STATUS })],
        ['/operations/1', inTurn(status('InProgress'), status('Succeeded'))],
        [`GET https://management.azure.com${ID}`, json(resource('Succeeded'))],
      ],
      { state: 'succeeded', result: clean('Succeeded') },
    ],
    [
      'PUT without readable headers',
      {},
      [
        ['PUT', json(resource('Updating'), 201)],
        [
          `GET https://management.azure.com${ID}`,
          inTurn(json(resource('Updating')), json(resource('Succeeded'))),
        ],
      ],
      { state: 'succeeded', result: clean('Succeeded') },
    ],
    [
      'DELETE with both',
      DELETE,
      [
        ['DELETE', empty(202, both)],
        ['/operations/1', inTurn(status('InProgress'), status('Succeeded'))],
      ],
      { state: 'succeeded', result: undefined },
    ],
    [
      'DELETE without readable headers, until it is gone',
      DELETE,
      [
        ['DELETE', empty(202)],
        [
          'GET',
          inTurn(
            json(resource('Deleting')),
            json({ error: { code: 'ResourceNotFound', message: 'x' } }, 404),
          ),
        ],
      ],
      { state: 'succeeded', result: undefined },
    ],
    [
      'DELETE that says InProgress with 200 at its Location',
      DELETE,
      [
        ['DELETE', empty(202, { Location: RESULT })],
        ['/operationResults/1', inTurn(status('InProgress'), empty(204))],
      ],
      { state: 'succeeded', result: undefined },
    ],
    [
      'POST with a Location only',
      POST,
      [
        ['POST', json(null, 202, { Location: RESULT })],
        ['/operationResults/1', inTurn(json(null, 202), json({ value: [1] }))],
      ],
      { state: 'succeeded', result: { value: [1] } },
    ],
    [
      'POST with both takes its result from the Location',
      POST,
      [
        ['POST', empty(202, both)],
        ['/operations/1', status('Succeeded', { properties: { output: { from: 'status' } } })],
        ['/operationResults/1', json({ from: 'location' })],
      ],
      { state: 'succeeded', result: { from: 'location' } },
    ],
    [
      'POST whose Location is not readable takes it from the status',
      POST,
      [
        ['POST', empty(202, { 'Azure-AsyncOperation': STATUS })],
        ['/operations/1', status('Succeeded', { properties: { output: { from: 'status' } } })],
      ],
      { state: 'succeeded', result: { from: 'status' } },
    ],
    [
      'POST that ends with null',
      POST,
      [
        ['POST', empty(202, both)],
        ['/operations/1', status('Succeeded', { properties: {} })],
        ['/operationResults/1', json(null)],
      ],
      { state: 'succeeded', result: undefined },
    ],
    [
      'JSON inside a string is parsed',
      POST,
      [
        ['POST', json(null, 202, { Location: RESULT })],
        ['/operationResults/1', json('{"IkeSAs":[]}')],
      ],
      { state: 'succeeded', result: { IkeSAs: [] } },
    ],
    [
      'other strings stay',
      POST,
      [
        ['POST', json(null, 202, { Location: RESULT })],
        ['/operationResults/1', json('https://x.blob/y.zip?sig=z')],
      ],
      { state: 'succeeded', result: 'https://x.blob/y.zip?sig=z' },
    ],
    [
      'a poll that fails is not the operation that fails',
      {},
      [
        ['PUT', json(resource('Updating'), 201, { 'Azure-AsyncOperation': STATUS })],
        [
          '/operations/1',
          inTurn(
            ...Array.from({ length: 5 }, () => json({}, 500)),
            status('InProgress'),
            status('Succeeded'),
          ),
        ],
        ['GET', json(resource('Succeeded'))],
      ],
      { state: 'succeeded', result: clean('Succeeded') },
    ],
    [
      'an operation Azure has forgotten is told by its resource',
      {},
      [
        ['PUT', json(resource('Updating'), 201, { 'Azure-AsyncOperation': STATUS })],
        ['/operations/1', json({ error: { code: 'NotFound', message: 'x' } }, 404)],
        ['GET', json(resource('Succeeded'))],
      ],
      { state: 'succeeded', result: clean('Succeeded') },
    ],
  ])('%s', async (_, request, table, end) => {
    expect((await begin(request, table)).end).toEqual(end)
  })

  test.each<[string, Parameters<typeof scripted>[0]]>([
    [
      'the status says it',
      [
        ['PUT', json(resource('Updating'), 201, { 'Azure-AsyncOperation': STATUS, ...ids('began') })],
        ['/operations/1', { ...failed, headers: ids('looked') }],
      ],
    ],
    [
      'its Location refuses',
      [
        ['PUT', json(resource('Updating'), 202, { Location: RESULT, ...ids('began') })],
        ['/operationResults/1', json({ error: { code: 'No', message: 'x' } }, 400, ids('looked'))],
      ],
    ],
    [
      'its resource is Failed',
      [
        ['PUT', json(resource('Updating'), 201, ids('began'))],
        ['GET', json(resource('Failed'), 200, ids('looked'))],
      ],
    ],
  ])('a failure has the id of the request that began it: %s', async (_, table) => {
    expect((await begin({}, table)).end).toMatchObject({ state: 'failed', error: { correlationId: 'began' } })
  })
})
