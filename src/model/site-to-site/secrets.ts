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

/** The keys by the parameters of the plan's secrets; a site without one has none. */
export function secretValues({ sites }: Pick<Answers, 'sites'>, keys: Keys): Record<string, string> {
  const values: Record<string, string> = {}
  const parameters: string[] = []
  for (const site of sites) {
    const { parameter } = secretOf(site, parameters)
    parameters.push(parameter)
    const key = keys[site.key]
    if (key !== undefined) values[parameter] = key
  }
  return values
}
