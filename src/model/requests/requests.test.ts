import { describe, expect, test } from 'vitest'
import type { HubError } from '../errors.ts'
import { resourceIdIn, shortAddress, targetWords } from './address.ts'
import { filterRequests, NO_FILTER } from './filter.ts'
import type { LoggedRequest, RequestOutcome } from './logged-request.ts'
import { changesNothing } from './read.ts'
import { absentBody, outcomeSentences, outcomeTitle } from './words.ts'

const ARM = 'https://management.azure.com'
const NETWORK = `${ARM}/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network`
const VERSION = 'api-version=2025-05-01'

describe('shortAddress', () => {
  test.each([
    [`${NETWORK}/connections/cn?${VERSION}`, 'rg/connections/cn'],
    [`${NETWORK}/connections?${VERSION}`, 'rg/connections'],
    [`${NETWORK}/virtualNetworkGateways/vgw/getBgpPeerStatus?${VERSION}`, 'vgw/getBgpPeerStatus'],
    [`${NETWORK}/virtualHubs/h/hubRouteTables/d?${VERSION}`, 'rg/virtualHubs/h/hubRouteTables/d'],
    [
      `${ARM}/subscriptions/s/providers/Microsoft.Network/locations/weu/operationResults/5b12…?${VERSION}&t=…`,
      'locations/weu/operationResults/5b12…?t=…',
    ],
    [
      `${ARM}/subscriptions/s/resources?$filter=resourceType%20eq%20'x'&${VERSION}`,
      "subscriptions/…/resources?$filter=resourceType eq 'x'",
    ],
    [`${ARM}/subscriptions?${VERSION}`, 'subscriptions'],
    [`${NETWORK}/connections/caf%C3%A9%2?${VERSION}`, 'rg/connections/caf%C3%A9%2'],
  ])('%s', (url, short) => expect(shortAddress(url)).toBe(short))
})

test.each([
  [`${NETWORK}/connections?${VERSION}`, 'connections in rg'],
  [`${NETWORK}/virtualHubs/h/hubRouteTables/d?${VERSION}`, 'd'],
  [`${NETWORK}/virtualNetworkGateways/vgw/getBgpPeerStatus`, 'getBgpPeerStatus of vgw'],
  [`${ARM}/subscriptions/s/providers/Microsoft.Network/vpnSites`, 'vpnSites in the subscription'],
  [
    `${ARM}/subscriptions/s/providers/Microsoft.Network/locations/weu/operations/1`,
    'the progress of an operation',
  ],
  [`${ARM}/subscriptions?${VERSION}`, 'subscriptions'],
])('%s in a sentence', (url, words) => expect(targetWords(url)).toBe(words))

describe('resourceIdIn', () => {
  const id = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualHubs/h b'
  test.each([
    [`${NETWORK}/virtualHubs/h%20b?${VERSION}`, id],
    [`${NETWORK}/virtualHubs/h%20b/getEffectiveRoutes?${VERSION}`, id],
    [`${NETWORK}/virtualHubs/h%20b/providers/Microsoft.Insights/metrics?x=1`, id],
    [`${NETWORK}/virtualHubs?${VERSION}`, undefined],
    [`${ARM}/subscriptions?${VERSION}`, undefined],
  ])('%s', (url, found) => expect(resourceIdIn(url)).toBe(found))
})

test.each([
  ['POST', `${NETWORK}/connections/cn/getikesas?${VERSION}`, true],
  ['POST', `${NETWORK}/expressRouteCircuits/er/peerings/p/arpTables/primary?${VERSION}`, true],
  ['POST', `${NETWORK}/expressRouteCircuits/er/peerings/p/routeTablesSummary/secondary`, true],
  ['POST', `${NETWORK}/expressRouteCircuits/er/startCircuitLinkFailoverTest`, false],
  ['POST', `${NETWORK}/connections/cn/sharedkey/reset?${VERSION}`, false],
  ['POST', `${NETWORK}/virtualNetworkGateways/arpTables/reset`, false],
  ['POST', `${NETWORK}/virtualHubs/h/effectiveRoutes?${VERSION}`, true],
  ['POST', `${NETWORK}/virtualHubs/h/bgpConnections/p/learnedRoutes?${VERSION}`, true],
  ['POST', `${NETWORK}/vpnGateways/g/vpnConnections/c/vpnLinkConnections/l/getikesas`, true],
  ['POST', `${NETWORK}/p2svpnGateways/p/getP2sVpnConnectionHealth`, true],
  // It writes a file.
  ['POST', `${NETWORK}/p2svpnGateways/p/getP2sVpnConnectionHealthDetailed`, false],
  ['POST', `${NETWORK}/vpnGateways/g/reset`, false],
  ['PUT', `${NETWORK}/expressRouteCircuits/er/peerings/p/arpTables/primary`, false],
])('%s %s changes nothing: %s', (method, url, nothing) =>
  expect(changesNothing({ method, url })).toBe(nothing),
)

const refused: HubError = {
  kind: 'forbidden',
  code: 'AuthorizationFailed',
  message: 'no',
  status: 403,
  details: [],
}

function answered(status: number, error?: HubError): RequestOutcome {
  const body = { is: 'none' } as const
  return { is: 'answered', status, milliseconds: 5, correlationId: `c-${status}`, error, headers: {}, body }
}

function logged(method: string, url: string, outcome: RequestOutcome, attempt = 1): LoggedRequest {
  return { id: 1, at: 0, waited: 0, attempt, method, url, headers: {}, body: { is: 'none' }, outcome }
}

describe('filterRequests', () => {
  const read = logged('GET', `${NETWORK}/connections/cn?${VERSION}`, answered(200))
  const list = logged('GET', `${NETWORK}/connections?${VERSION}`, answered(403, refused))
  const write = logged('PUT', `${NETWORK}/connections/cn?${VERSION}`, { is: 'aborted', milliseconds: 1 })
  const lost = logged('GET', `${ARM}/subscriptions?${VERSION}`, {
    is: 'unanswered',
    milliseconds: 1,
    error: { ...refused, kind: 'network', code: 'NoAnswer' },
  })
  const all = [read, list, write, lost]

  test.each([
    [{}, all],
    [{ text: ' CONNECTIONS  rg ' }, [read, list, write]],
    [{ text: '403' }, [list]],
    [{ text: 'authorizationfailed' }, [list]],
    [{ text: 'c-200' }, [read]],
    [{ text: 'noanswer' }, [lost]],
    [{ method: 'PUT' }, [write]],
    [{ onlyFailures: true }, [list, lost]],
    [{ onlyFailures: true, text: 'subscriptions?' }, []],
  ])('%j', (filter, found) => expect(filterRequests(all, { ...NO_FILTER, ...filter })).toEqual(found))
})

describe('what happened, in words', () => {
  const refusal = (kind: HubError['kind'], more: Partial<HubError> = {}) =>
    outcomeSentences(
      logged('PUT', `${NETWORK}/connections/cn`, answered(400, { ...refused, kind, ...more })),
      false,
    ).join(' ')

  test('of a list that may not be read', () => {
    const list = logged('GET', `${NETWORK}/connections?${VERSION}`, answered(403, refused), 2)
    expect(outcomeTitle(list.outcome)).toBe('403 AuthorizationFailed')
    expect(outcomeSentences(list, false)).toEqual([
      'Your account may not read connections in rg.',
      'It lacks Microsoft.Network/connections/read.',
      'The role Reader there includes it.',
      'It was sent for the second time.',
    ])
  })

  test.each<[HubError['kind'], RegExp]>([
    ['auth', /Sign in again/],
    ['forbidden', /may not write cn.*Microsoft.Network\/connections\/write.*Network Contributor/],
    ['notFound', /has no cn/],
    ['throttled', /Wait 11 s/],
    ['busy', /Another operation is running/],
    ['conflict', /state of cn/],
    ['invalid', /request is not right/],
    ['server', /side of Azure Resource Manager/],
  ])('%s', (kind, words) => expect(refusal(kind, { retryAfterSeconds: 11 })).toMatch(words))

  test.each<[HubError['kind'], string, RegExp]>([
    ['network', 'No answer', /^x\. Check the network/],
    ['fault', 'Fault of the app', /^x\. .*nothing is known of Azure.*Reload/],
    ['server', 'Not sent', /^x\.$/],
  ])('of what had no answer for a reason of kind %s', (kind, title, words) => {
    const outcome: RequestOutcome = {
      is: 'unanswered',
      milliseconds: 1,
      error: { kind, code: 'X', message: 'x.', details: [] },
    }
    expect(outcomeTitle(outcome)).toBe(title)
    expect(outcomeSentences(logged('GET', NETWORK, outcome), false).join(' ')).toMatch(words)
  })

  test('of a query of Resource Graph, which is a read', () => {
    const query = (outcome: RequestOutcome) =>
      outcomeSentences(
        logged('POST', `${ARM}/providers/Microsoft.ResourceGraph/resources?${VERSION}`, outcome),
        false,
      )
    expect(query(answered(200))).toEqual(['Azure answered with resources through Resource Graph.'])
    expect(query(answered(403, refused))).toEqual([
      'Your account may not read resources through Resource Graph.',
      'It lacks Microsoft.ResourceGraph/resources/read.',
      'The role Reader there includes it.',
    ])
  })

  test.each([
    ['PUT', 200, {}, 'Azure did it: write cn.'],
    ['PUT', 201, {}, 'Azure accepted it: write cn.'],
    ['PUT', 201, { 'azure-asyncoperation': 'x' }, 'Azure accepted it; the headers say where'],
    ['DELETE', 202, {}, 'Azure accepted it; the headers say where'],
    ['HEAD', 204, {}, 'Azure answered with cn.'],
  ])('of %s answered %i %j', (method, status, headers, words) => {
    const outcome: RequestOutcome = {
      is: 'answered',
      status,
      milliseconds: 5,
      headers,
      body: { is: 'none' },
    }
    expect(outcomeSentences(logged(method, `${NETWORK}/connections/cn`, outcome), false)[0]).toContain(words)
  })

  test('of an ended sign-in in the demo, which has no sign-in', () => {
    const outcome = answered(401, { ...refused, kind: 'auth' })
    const [, remedy] = outcomeSentences(logged('GET', `${ARM}/subscriptions`, outcome), true)
    expect(remedy).toMatch(/fault “Sign-in expires”/)
  })

  test('of a body that is not there', () => {
    expect(absentBody({ is: 'none' }, 'request')).toBe('It was sent without a body.')
    expect(absentBody({ is: 'notKept', why: 'notRecorded', characters: 1 }, 'answer')).toMatch(
      /1 character\)/,
    )
  })
})
