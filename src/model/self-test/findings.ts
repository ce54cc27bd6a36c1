import type { Deployment } from '../deployment.ts'
import type { HubError } from '../errors.ts'
import { faultWords } from '../unreadable.ts'
import { setupFault, type SetupFault } from './faults.ts'
import type { SelfTestReading, TokenFacts } from './reading.ts'

/** What this browser lets the app keep. */
export interface BrowserFacts {
  localStorage: boolean
  sessionStorage: boolean
  indexedDb: boolean
  cookies: boolean
  /** https, or localhost: without it there is no cryptography for signing in. */
  secure: boolean
  online: boolean
  /** Where the app is served, to the last slash: what the app registration has to list as redirect URI. */
  address: string
}

export interface SelfTestFacts {
  reading: SelfTestReading
  browser: BrowserFacts
  /** `undefined` in the demo, which is set up for no cloud. */
  deployment?: Deployment
  /** Why the last sign-in failed. */
  problem?: HubError
}

/** What is wrong, the likeliest first; empty when nothing was found. */
export function setupFaults(facts: SelfTestFacts): SetupFault[] {
  const { reading, browser, deployment, problem } = facts
  const faults = [
    ...(problem ? [setupFault(problem)] : []),
    ...(reading.token.is === 'none' ? [setupFault(reading.token.error)] : []),
    ...browserFaults(browser),
    ...(deployment ? tokenFaults(reading.token, deployment) : []),
    ...answerFaults(reading, deployment),
  ].filter((fault) => fault !== undefined)
  return faults.filter(({ what }, index) => faults.findIndex((other) => other.what === what) === index)
}

function browserFaults({ sessionStorage, cookies, secure, online }: BrowserFacts): SetupFault[] {
  return [
    ...(secure
      ? []
      : [
          {
            what: 'The app is served without TLS',
            remedy: 'Serve it over https: browsers allow signing in only there, and on localhost.',
          },
        ]),
    ...(sessionStorage && cookies
      ? []
      : [
          {
            what: sessionStorage ? 'The browser blocks cookies' : 'The browser lets the app store nothing',
            remedy:
              'Allow cookies and site data for this app and for the sign-in page: signing in keeps its state there while it is away.',
          },
        ]),
    ...(online
      ? []
      : [
          {
            what: 'The browser says that it has no network',
            remedy: 'Check the network, then run the test again.',
          },
        ]),
  ]
}

/** Names under which Azure Resource Manager is the audience of a token, besides its own address. */
const ARM_AUDIENCES = [
  'https://management.core.windows.net',
  'https://management.core.usgovcloudapi.net',
  'https://management.core.chinacloudapi.cn',
  '797f4846-ba00-4fd7-ba43-dac1f8f63013',
]

function tokenFaults(
  token: TokenFacts,
  { tenantId, cloud: { armEndpoint, scope } }: Deployment,
): SetupFault[] {
  if (token.is !== 'read') return []
  const faults: SetupFault[] = []
  const audience = token.audience?.replace(/\/+$/, '')
  const wanted = [armEndpoint, scope.replace(/\/[^/]*$/, ''), ...ARM_AUDIENCES]
  if (audience !== undefined && !wanted.some((one) => one.replace(/\/+$/, '') === audience)) {
    faults.push({
      what: `The token is for ${audience}, not for Azure Resource Manager`,
      remedy: 'Check cloud, armEndpoint and scope in config.json: all three belong to the same cloud.',
    })
  }
  if (
    isGuid(tenantId) &&
    token.tenantId !== undefined &&
    token.tenantId.toLowerCase() !== tenantId.toLowerCase()
  ) {
    faults.push({
      what: `The token is of directory ${token.tenantId}, while the app is set up for ${tenantId}`,
      remedy: 'Check tenantId in config.json, or sign in with an account of that directory.',
    })
  }
  if (token.scopes.length > 0 && !token.scopes.includes('user_impersonation')) {
    faults.push({
      what: 'The token lacks the permission user_impersonation',
      remedy:
        'In the app registration, under API permissions, add the delegated permission user_impersonation of Azure Service Management, and have an administrator grant it.',
    })
  }
  return faults
}

function answerFaults({ answer }: SelfTestReading, deployment: Deployment | undefined): SetupFault[] {
  if (answer.is === 'notAsked') return []
  if (answer.is === 'unanswered' && answer.error.kind === 'fault') {
    const [what, remedy] = faultWords()
    return [{ what: what.replace(/\.$/, ''), remedy }]
  }
  if (answer.is === 'unanswered') {
    const host = deployment?.cloud.armEndpoint ?? 'Azure Resource Manager'
    return [
      {
        what: `${host} did not answer, or this browser did not let the answer through`,
        remedy:
          'Check the network and any proxy. If other pages work, look in the browser’s console: a Content-Security-Policy without this host under connect-src stops every request.',
      },
    ]
  }
  if (answer.status === 401) {
    return [
      {
        what: 'Azure did not accept the token',
        remedy:
          'Sign in again. If that does not help, check that cloud and scope in config.json belong together.',
      },
    ]
  }
  if (answer.status === 200 && answer.subscriptions === 0) {
    return [
      {
        what: 'The account sees no subscription',
        remedy:
          'Ask an owner of a subscription for the role Reader, or sign in to the directory that the subscriptions are in.',
      },
    ]
  }
  return []
}

function isGuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}
