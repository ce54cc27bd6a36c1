import { query, type Exchange } from '../../arm/exchange.ts'
import type { Answer } from '../../arm/answer.ts'
import { networkError } from '../../arm/refusals.ts'
import { settled, type Living } from '../../store/living.ts'
import type { JsonObject } from '../../wire/json.ts'
import { isObject, objectsAt, textAt } from '../../wire/read.ts'
import { type CircuitSite, type FailoverTest, runningTest, sitesOf, testsOf } from '../circuit-sites.ts'
import { announced, nameOf } from './resiliency.ts'
import { answerLater, unreadable, type Action } from './start.ts'

const SECONDS = 30

/** POST startSiteFailoverTest?peeringLocation: drops the circuits of one location until somebody stops it (ExpressRoute document 2.3). */
export const startFailoverTest: Action = (exchange, at) => {
  const location = query(exchange.url, 'peeringLocation')
  if (location === undefined || location === '') return unreadable()
  const sites = sitesOf(exchange, at)
  const refused = refuse(exchange, at, sites, location)
  if (refused !== undefined) return refused
  const test: FailoverTest = { guid: exchange.newGuid(), location, startedAt: exchange.now, details: [] }
  keep(exchange, at, [...testsOf(at), test])
  return answerLater(exchange, at, {
    seconds: SECONDS,
    result: `The failover test of ${location} has started.`,
  })
}

/** The rules are documented, their codes are not. */
function refuse(
  exchange: Exchange,
  at: Living,
  sites: readonly CircuitSite[],
  location: string,
): Answer | undefined {
  const invalid = (reason: string) => networkError(400, 'InvalidFailoverTestRequest', reason)
  if (runningTest(at, exchange.now) !== undefined) return invalid('Another failover test is running.')
  const locations = new Set(sites.map((site) => site.location))
  if (!locations.has(location)) return invalid(`The gateway has no circuit in ${location}.`)
  if (location.endsWith(' Metro')) return invalid('Metro circuits cannot be tested.')
  return locations.size < 2
    ? invalid('A failover test needs circuits in two or more peering locations.')
    : undefined
}

/** POST stopSiteFailoverTest: the body says whether it went well. */
export const stopFailoverTest: Action = (exchange, at) => {
  const { body, now } = exchange
  const location = isObject(body) ? textAt(body.peeringLocation) : undefined
  const running = runningTest(at, now)
  if (running === undefined || running.location !== location)
    return networkError(
      400,
      'InvalidFailoverTestRequest',
      `No failover test of ${location ?? 'no location'} is running.`,
    )
  const stopped: FailoverTest = {
    ...running,
    stoppedAt: now,
    successful: isObject(body) && body.wasSimulationSuccessful === true,
    details: isObject(body) ? objectsAt(body.details) : [],
  }
  keep(exchange, at, [...testsOf(at).filter(({ guid }) => guid !== running.guid), stopped])
  return answerLater(exchange, at, {
    seconds: SECONDS,
    result: `The failover test of ${running.location} has stopped.`,
  })
}

function keep(exchange: Exchange, at: Living, tests: FailoverTest[]): void {
  const base = settled(at.row, exchange.now)
  const failoverTests = tests.map((test): JsonObject => ({ ...test }))
  exchange.save({ ...base, inside: { ...at.inside, failoverTests } })
}

/** POST getFailoverAllTestsDetails: every test, the newest first. */
export const allFailoverTests: Action = (exchange, at) => {
  const sites = sitesOf(exchange, at)
  const tests = testsOf(at).toReversed()
  return answerLater(exchange, at, {
    seconds: SECONDS,
    result: tests.map((test) => {
      const own = sites.filter(({ location }) => location === test.location)
      return {
        peeringLocation: test.location,
        circuits: own.map(({ circuit, connection }) => ({
          nrpResourceUri: circuit.row.id,
          name: nameOf(circuit),
          connectionName: nameOf(connection),
        })),
        status: statusOf(test, exchange.now),
        startTime: timeOf(test.startedAt),
        endTime: test.stoppedAt === undefined ? '' : timeOf(test.stoppedAt),
        connections: own.map(({ connection }) => ({
          nrpResourceUri: connection.row.id,
          name: nameOf(connection),
          status: statusOf(test, exchange.now) === 'Running' ? 'Disconnected' : 'Connected',
          lastUpdatedTime: timeOf(test.stoppedAt ?? test.startedAt),
        })),
        testGuid: test.guid,
        testType: 'SingleSiteFailover',
        issues: [],
      }
    }),
  })
}

/** POST getFailoverSingleTestDetails?peeringLocation&failoverTestId: what was lost with the location, and what was not. */
export const oneFailoverTest: Action = (exchange, at) => {
  const guid = query(exchange.url, 'failoverTestId')
  const test = testsOf(at).find((one) => one.guid === guid)
  if (test === undefined)
    return networkError(404, 'FailoverTestNotFound', `There is no failover test ${guid ?? ''}.`)
  const sites = sitesOf(exchange, at)
  const here = new Set(sites.filter(({ location }) => location === test.location).flatMap(announced))
  const others = sites.filter(({ location }) => location !== test.location)
  const elsewhere = new Set(others.flatMap(announced))
  const locations = [...new Set(others.map(({ location }) => location))]
  return answerLater(exchange, at, {
    seconds: SECONDS,
    result: [
      {
        peeringLocation: test.location,
        status: statusOf(test, exchange.now),
        startTimeUtc: timeOf(test.startedAt),
        endTimeUtc: test.stoppedAt === undefined ? '' : timeOf(test.stoppedAt),
        redundantRoutes: [
          { peeringLocations: locations, routes: [...here].filter((route) => elsewhere.has(route)) },
        ],
        nonRedundantRoutes: [...here].filter((route) => !elsewhere.has(route)),
        wasSimulationSuccessful: test.successful ?? false,
        failoverConnectionDetails: test.details,
      },
    ],
  })
}

function statusOf({ stoppedAt }: FailoverTest, now: number): string {
  return stoppedAt !== undefined && stoppedAt <= now ? 'Completed' : 'Running'
}

/** Form of the times assumed. */
function timeOf(at: number): string {
  return new Date(at).toISOString()
}
