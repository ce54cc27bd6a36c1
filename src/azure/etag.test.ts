import { expect, it } from 'vitest'
import { etagToMatch } from './etag.ts'

const HUB = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualHubs/hub'
const HUBS = ['microsoft.network/virtualhubs']

it.each([
  ['no type as long as none honours it', HUB, undefined, undefined],
  ['a type that does', HUB, HUBS, 'W/"1"'],
  ['what is in it', `${HUB}/hubRouteTables/t`, HUBS, 'W/"1"'],
  ['no other type', HUB.replace('virtualHubs', 'virtualHubsOfOthers'), HUBS, undefined],
])('goes with %s', (_, id, matched, etag) => {
  expect(etagToMatch(id, { etag: 'W/"1"' }, matched)).toBe(etag)
  expect(etagToMatch(id, {}, matched)).toBeUndefined()
})
