import { expect, test } from 'vitest'
import { routesOnPaths } from './compare-routes.ts'
import { routeSection } from './path-sections.ts'

const azure = { network: '10.1.0.0/16', nextHop: '10.1.255.12', path: '65515' }
const site = { network: '10.130.0.0/16', nextHop: '172.16.0.1', path: '64700 64701' }

test('networks of both tables stand once, on-premises first, with the paths that know them', () => {
  const rows = routesOnPaths({
    primary: [azure, { ...azure, nextHop: '10.1.255.13' }, site],
    secondary: [azure, { network: '0.0.0.0/0' }],
  })
  expect(
    rows.map(({ network, from, primary, secondary }) => [network, from, primary.length, secondary.length]),
  ).toEqual([
    ['10.130.0.0/16', 'onPremises', 1, 0],
    ['10.1.0.0/16', 'azure', 2, 1],
    ['0.0.0.0/0', 'untold', 0, 1],
  ])
  expect(routeSection(rows).note).toBe('3 networks, 2 on one path only')
})
