import type { PlannedSecret } from '../plan/plan.ts'
import type { Answers, Keys, Site } from './answers.ts'
import { siteNameOf } from './place.ts'

/** Where the key of a connection goes. @param others parameters that the plan has already */
export function secretOf(site: Site, others: readonly string[]): PlannedSecret {
  return {
    path: ['properties', 'sharedKey'],
    parameter: parameterName(site, others),
    what: `the shared key of ${site.connection.trim()}`,
  }
}

/** Template parameters compare without case. */
function parameterName(site: Site, others: readonly string[]): string {
  const words = siteNameOf(site)
    .replace(/^lng[-_.]?/i, '')
    .split(/[^a-zA-Z0-9]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('')
  const base = `sharedKey${words}`.slice(0, 60)
  const taken = new Set(others.map((one) => one.toLowerCase()))
  for (let number = 1; ; number++) {
    const name = number === 1 ? base : `${base}x${number}`
    if (!taken.has(name.toLowerCase())) return name
  }
}

/** The key of a site's connection: its own, or the first site's where there is one for all. */
export function keyOfSite({ connection, sites }: Answers, site: Site, keys: Keys): string | undefined {
  const of = connection.oneKey ? sites[0] : site
  return of && keys[of.key]
}

/** The keys by the parameters of the plan's secrets; a site without one has none. */
export function secretValues(answers: Answers, keys: Keys): Record<string, string> {
  const values: Record<string, string> = {}
  const parameters: string[] = []
  for (const site of answers.sites) {
    const { parameter } = secretOf(site, parameters)
    parameters.push(parameter)
    const key = keyOfSite(answers, site, keys)
    if (key !== undefined) values[parameter] = key
  }
  return values
}
