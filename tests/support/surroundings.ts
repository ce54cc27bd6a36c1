import { buildEstate } from '../../src/model/build-estate.ts'
import type { Resource } from '../../src/model/resources/resource.ts'
import type { Answers, Keys, Site } from '../../src/model/site-to-site/answers.ts'
import { withGoal } from '../../src/model/site-to-site/defaults.ts'
import { startingAnswers } from '../../src/model/site-to-site/starting-answers.ts'
import type { Surroundings } from '../../src/model/site-to-site/surroundings.ts'
import { inventory, network, SUBSCRIPTION } from './resources.ts'

/** Of the network in which most tests put a gateway: 10.20.0.0/16 with a subnet at its start, and no GatewaySubnet. */
export const VNET = network('vnet-hub-weu', {
  subnets: [
    {
      id: `${network('vnet-hub-weu').id}/subnets/apps`,
      name: 'apps',
      addressPrefixes: ['10.20.0.0/24'],
    },
  ],
})

/** What the wizard's answers are held against: one subscription, a region with zones and one without. */
export function surroundings(
  resources: readonly Resource[],
  change: Partial<Surroundings> = {},
): Surroundings {
  const subscriptions = [{ subscriptionId: SUBSCRIPTION, displayName: 'Connectivity', state: 'Enabled' }]
  return {
    estate: buildEstate(subscriptions, [inventory([...resources])]),
    subscriptions,
    regions: {
      is: 'known',
      value: [
        { name: 'westeurope', title: 'West Europe', zones: ['1', '2', '3'] },
        { name: 'westus', title: 'West US', zones: [] },
      ],
    },
    groups: {
      is: 'known',
      value: [{ subscriptionId: SUBSCRIPTION, name: 'rg-net-weu', location: 'westeurope' }],
    },
    gatewaySubnet: { is: 'known', value: undefined },
    rights: new Map(),
    ...change,
  }
}

/** Rights as they are once a lock against changes on the group of the fixtures is known. */
export const UNDER_LOCK: Surroundings['rights'] = new Map([
  [
    'Microsoft.Network/connections/write',
    {
      is: 'locked',
      lock: {
        id: 'l',
        name: 'keep',
        level: 'ReadOnly',
        scope: `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-net-weu`,
      },
    },
  ],
])

/** Answers for one network with everything typed that has no default, which no rule finds fault with. */
export function goodAnswers(around: Surroundings, change: Partial<Answers['goal']> = {}): Answers {
  const started = startingAnswers({ networkId: VNET.id }, around)
  const answers = withGoal(started, { ...started.goal, ...change }, around)
  return {
    ...answers,
    sites: answers.sites.map((site, index) => ({
      ...site,
      values: {
        ...site.values,
        address: `203.0.113.${130 + index}`,
        prefixes: ['10.90.0.0/16'],
        asn: '64710',
        peer: `10.90.0.${1 + index}`,
      },
    })),
  }
}

/** A good key for every site. */
export function goodKeys({ sites }: Answers): Keys {
  return Object.fromEntries(sites.map(({ key }) => [key, 'a3xP9QmZ7LtR2vWk8YnB5cDf4HgJ6sTu']))
}

export function withSiteValues(answers: Answers, index: number, change: Partial<Site['values']>): Answers {
  return {
    ...answers,
    sites: answers.sites.map((site, at) =>
      at === index ? { ...site, values: { ...site.values, ...change } } : site,
    ),
  }
}
