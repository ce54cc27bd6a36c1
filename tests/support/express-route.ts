import { buildEstate } from '../../src/model/build-estate.ts'
import { SET_UP_TAGS } from '../../src/model/express-route/set-up-tags.ts'
import type { Answers, CircuitAnswers } from '../../src/model/express-route/answers.ts'
import { withConsent } from '../../src/model/express-route/consent.ts'
import { settled, withGoal } from '../../src/model/express-route/settled.ts'
import { startingAnswers, type StartingFrom } from '../../src/model/express-route/starting-answers.ts'
import type { Surroundings } from '../../src/model/express-route/surroundings.ts'
import type { Resource } from '../../src/model/resources/resource.ts'
import { touching } from '../../src/model/wizard/touched.ts'
import { inventory } from './resources.ts'
import { surroundings } from './surroundings.ts'

/** What the ExpressRoute wizard's answers are held against: three providers, one with Metro. */
export function aroundExpressRoute(
  resources: readonly Resource[] = [],
  change: Partial<Surroundings> = {},
): Surroundings {
  const around = surroundings([])
  return {
    ...around,
    estate: buildEstate([...around.subscriptions], [inventory([...resources])]),
    providers: {
      is: 'known',
      value: [
        {
          name: 'Equinix',
          locations: ['Amsterdam', 'Amsterdam2', 'Amsterdam Metro', 'Frankfurt', 'Singapore'],
          bandwidths: [50, 100, 200, 500, 1000, 2000, 5000, 10_000],
        },
        {
          name: 'Megaport',
          locations: ['Amsterdam', 'Paris', 'Atlanta', 'Frankfurt'],
          bandwidths: [50, 100, 1000],
        },
        { name: 'BICS', locations: ['Amsterdam2'], bandwidths: [] },
      ],
    },
    ...change,
  }
}

/** Answers with everything that has no default, which no rule finds fault with: Amsterdam and Frankfurt, by two providers. */
export function goodExpressRoute(
  around: Surroundings,
  change: Partial<Answers['goal']> = {},
  from: StartingFrom = {},
): Answers {
  const started = startingAnswers({ setUp: 'a1b2c3d4', ...from }, around)
  const aimed = withGoal(started, { ...started.goal, ...change }, around)
  const circuits = aimed.circuits.map((one, index) =>
    one.use === 'new'
      ? {
          ...one,
          provider: index === 0 ? 'Equinix' : 'Megaport',
          location:
            index > 0 ? 'Frankfurt' : aimed.goal.resiliency === 'high' ? 'Amsterdam Metro' : 'Amsterdam',
          bandwidth: '1000',
          peering: { ...one.peering, asn: '64710' },
        }
      : one,
  )
  const fields = circuits.flatMap((_, index) =>
    ['provider', 'location', 'bandwidth', 'peering.asn'].map((member) => `circuits.${index}.${member}`),
  )
  return withConsent(settled({ ...touching(aimed, ...fields), circuits }, around), around)
}

/** With members of one circuit changed, as typed. */
export function withCircuitAt(answers: Answers, index: number, change: Partial<CircuitAnswers>): Answers {
  return {
    ...answers,
    circuits: answers.circuits.map((one, at) => (at === index ? { ...one, ...change } : one)),
  }
}

/** Tags of a circuit that the wizard has made. */
export function tagsOf(id: string, resiliency = 'maximum', target?: string): Record<string, string> {
  return {
    [SET_UP_TAGS.setUp]: id,
    [SET_UP_TAGS.resiliency]: resiliency,
    ...(target !== undefined && { [SET_UP_TAGS.target]: target }),
  }
}
