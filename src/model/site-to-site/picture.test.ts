import { expect, test } from 'vitest'
import { goodAnswers, goodKeys, surroundings, VNET } from '../../../tests/support/surroundings.ts'
import { checksOf } from './checks-of.ts'
import { isTunnelPossible, pictureOf, pictureWords } from './picture.ts'

const AROUND = surroundings([VNET])
const TWO = goodAnswers(AROUND, { devices: 2 })

test('two devices, a tunnel from each to both instances, a new subnet in a network that is there', () => {
  const picture = pictureOf(TWO, AROUND, checksOf(TWO, goodKeys(TWO), AROUND))
  expect(picture.sites.map(({ name, facts, state }) => [name, facts, state])).toEqual([
    ['lng-onprem-1', ['203.0.113.130', 'AS 64710'], 'new'],
    ['lng-onprem-2', ['203.0.113.131', 'AS 64710'], 'new'],
  ])
  expect(picture.instances.map(({ facts }) => facts)).toEqual([['pip-vgw-weu-1'], ['pip-vgw-weu-2']])
  expect([picture.gateway.state, picture.subnet.state, picture.network.state]).toEqual([
    'new',
    'new',
    'exists',
  ])
  expect(pictureWords(picture)).toBe(
    'On-premises: lng-onprem-1 (203.0.113.130, AS 64710, new) with a tunnel to Instance 0 (pip-vgw-weu-1, new) and a tunnel to Instance 1 (pip-vgw-weu-2, new); lng-onprem-2 (203.0.113.131, AS 64710, new) with a tunnel to Instance 0 (pip-vgw-weu-1, new) and a tunnel to Instance 1 (pip-vgw-weu-2, new). In Azure: gateway vgw-weu (VpnGw2AZ, new) in GatewaySubnet (10.20.255.224/27, new) of virtual network vnet-hub-weu (10.20.0.0/16, exists).',
  )
})

test('what is not filled in yet has no tunnel, and is wrong only once that is told', () => {
  const [first, ...others] = TWO.sites
  const open = {
    ...TWO,
    sites: first ? [{ ...first, values: { ...first.values, address: '' } }, ...others] : [],
  }
  const checks = checksOf(open, goodKeys(open), AROUND)
  const quiet = pictureOf(open, AROUND, checks, () => false)
  expect(quiet.sites[0]).toMatchObject({ state: 'notYet' })
  expect(quiet.sites[0]).not.toHaveProperty('wrong')
  const told = pictureOf(open, AROUND, checks)
  expect(told.sites.map(({ wrong }) => wrong)).toEqual([true, undefined])
  expect(told.sites.map((site) => told.instances.map((one) => isTunnelPossible(site, one)))).toEqual([
    [false, false],
    [true, true],
  ])
})
