import type { Built } from '../build/build.ts'
import type { Estate, EstateResourceGroup, MadeEstate, RunningOperation } from '../estate.ts'
import { expressRoutePart } from './express-route.ts'
import { place } from './places.ts'
import { virtualWanPart } from './virtual-wan.ts'
import { vpnPart } from './vpn.ts'

/** What one subscription holds. */
export interface Part {
  groups: EstateResourceGroup[]
  built: Built[]
  running: RunningOperation[]
}

const SUBSCRIPTIONS = 200

/** Ten thousand resources that the list counts, the same ones every time. */
export const large: MadeEstate = {
  name: 'large',
  description: '10,000 resources in 200 subscriptions, to see how the hub bears it.',
  make: () => {
    const places = Array.from({ length: SUBSCRIPTIONS }, (_, number) => place(number))
    const parts = places.map((at) => {
      // Of twenty subscriptions three hold lines, six a WAN, eleven gateways.
      const turn = (at.number * 7) % 20
      return turn < 3 ? expressRoutePart(at) : turn < 9 ? virtualWanPart(at) : vpnPart(at)
    })
    return {
      name: large.name,
      description: large.description,
      tenant: {
        tenantId: '2b8e41d7-6c35-4f90-8d1a-90e7c4b35f62',
        displayName: 'Fabrikam Group',
        defaultDomain: 'fabrikam.com',
        countryCode: 'DE',
      },
      subscriptions: places.map(({ subscription }) => subscription),
      resourceGroups: parts.flatMap(({ groups }) => groups),
      resources: parts.flatMap(({ built }) => built.flatMap(({ rows }) => rows)),
      running: parts.flatMap(({ running }) => running),
    } satisfies Estate
  },
}
