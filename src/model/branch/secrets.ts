import type { PlannedSecret } from '../plan/plan.ts'
import { ONE_KEY, type Answers, type Keys, type Site } from './answers.ts'
import { connectionNameOf, siteNameOf } from './place.ts'

/** Where the key of a connection goes: into each of its links, from one parameter. None where Azure makes it. */
export function secretsOfSite(
  site: Site,
  links: number,
  { connection }: Pick<Answers, 'connection'>,
): PlannedSecret[] {
  const { key } = connection
  if (key === 'azure') return []
  return Array.from({ length: links }, (_, at) => ({
    path: ['properties', 'vpnLinkConnections', String(at), 'properties', 'sharedKey'],
    parameter: key === 'one' ? 'sharedKey' : parameterOf(site),
    what: key === 'one' ? 'the shared key of all branches' : `the shared key of ${connectionNameOf(site)}`,
  }))
}

/** Letters and digits; with the site's key two of one name stay two. */
function parameterOf(site: Site): string {
  const words = siteNameOf(site)
    .replace(/^(vpn)?site[-_.]?/i, '')
    .split(/[^a-zA-Z0-9]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('')
  return `sharedKey${words.slice(0, 40)}${site.key.replaceAll(/[^a-zA-Z0-9]/g, '').toUpperCase()}`
}

/** The keys by the parameters of the plan's secrets; a site without one has none. */
export function secretValues({ sites, connection }: Answers, keys: Keys): Record<string, string> {
  switch (connection.key) {
    case 'azure':
      return {}
    case 'one': {
      const key = keys[ONE_KEY]
      return key === undefined ? {} : { sharedKey: key }
    }
    case 'each':
      return Object.fromEntries(
        sites.flatMap((site) => {
          const key = keys[site.key]
          return key === undefined ? [] : [[parameterOf(site), key]]
        }),
      )
    default:
      return connection.key satisfies never
  }
}

/**
 * The keys that are still meant, and random ones in place of those that are missing, where they are to be made here.
 * @param random a new key
 */
export function completeKeys({ sites, connection }: Answers, keys: Keys, random: () => string): Keys {
  switch (connection.key) {
    case 'azure':
      return {}
    case 'one': {
      const key = keys[ONE_KEY]
      return key === undefined ? {} : { [ONE_KEY]: key }
    }
    case 'each':
      return Object.fromEntries(sites.map(({ key }) => [key, keys[key] ?? random()]))
    default:
      return connection.key satisfies never
  }
}
