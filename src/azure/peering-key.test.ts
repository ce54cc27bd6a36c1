import { expect, test } from 'vitest'
import { withPeeringKey } from './peering-key.ts'

const CIRCUIT = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/expressRouteCircuits/er'
const PEERING = `${CIRCUIT}/peerings/AzurePrivatePeering`
const body = (sharedKey?: string) => ({
  properties: { vlanId: 1, ...(sharedKey !== undefined && { sharedKey }) },
})

test.each([
  ['a mask goes', body('********'), undefined, body()],
  ['nothing stays nothing', body(), undefined, body()],
  ['a key that is told stays', body('abc123'), undefined, body('abc123')],
  ['a typed key is put in', body(), { sharedKey: 'new1' }, body('new1')],
  ['a typed key takes the place of a mask', body('****'), { sharedKey: 'new1' }, body('new1')],
])('%s', (_, read, typed, sent) => expect(withPeeringKey(PEERING, read, typed)).toEqual(sent))

test('a circuit is sent without the masks of its peerings, anything else as it is', () => {
  const circuit = {
    properties: {
      peerings: [
        { name: 'a', ...body('****') },
        { name: 'b', ...body('k1') },
      ],
    },
  }
  expect(withPeeringKey(CIRCUIT, circuit, undefined)).toEqual({
    properties: {
      peerings: [
        { name: 'a', ...body() },
        { name: 'b', ...body('k1') },
      ],
    },
  })
  const other = CIRCUIT.replace('expressRouteCircuits', 'connections')
  expect(withPeeringKey(other, body('****'), undefined)).toEqual(body('****'))
})
