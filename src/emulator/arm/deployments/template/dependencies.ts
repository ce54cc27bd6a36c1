import { TemplateFault } from './fault.ts'
import type { TemplateResource } from './resources.ts'

/**
 * The ids that each resource waits for, by its id: dependencies name resources of the same template, by id, by type and name,
 * or by name alone. Those left out by their condition are waited for by nobody. Throws `TemplateFault` for one that is not
 * there, and for a circle.
 */
export function dependenciesOf(resources: readonly TemplateResource[]): Map<string, string[]> {
  const waits = new Map(
    resources.map((resource) => [
      resource.id,
      [
        ...new Set(
          resource.dependsOn.flatMap((wanted) => {
            const found = resources.find((one) => isMeant(one, wanted))
            if (found === undefined) throw notDefined(wanted, resource.path)
            return found.wanted ? [found.id] : []
          }),
        ),
      ],
    ]),
  )
  refuseCircles(resources, waits)
  return waits
}

function isMeant({ id, type, name }: TemplateResource, wanted: string): boolean {
  const lower = wanted.toLowerCase()
  const tail = (one: string) => one.toLowerCase().split('/providers/').at(-1)
  const short = `${type}/${name}`.toLowerCase()
  return (
    id.toLowerCase() === lower ||
    // A nested deployment in another group is often named by an id in this one.
    (lower.startsWith('/') && lower.includes('/providers/') && tail(id) === tail(lower)) ||
    short === lower ||
    name.toLowerCase() === lower
  )
}

function notDefined(wanted: string, path: string): TemplateFault {
  const name = wanted.includes('/providers/') ? wanted.slice(wanted.lastIndexOf('/providers/') + 11) : wanted
  return new TemplateFault(
    `The resource '${name}' is not defined in the template. Please see https://aka.ms/arm-syntax for usage details.`,
    `${path}.dependsOn`,
  )
}

function refuseCircles(resources: readonly TemplateResource[], waits: Map<string, string[]>): void {
  const done = new Set<string>()
  const path = new Set<string>()
  const visit = (id: string): void => {
    if (done.has(id)) return
    if (path.has(id))
      throw new TemplateFault(
        `Circular dependency detected on resource: '${id}'. Please see https://aka.ms/arm-syntax-resources for usage details.`,
      )
    path.add(id)
    for (const next of waits.get(id) ?? []) visit(next)
    path.delete(id)
    done.add(id)
  }
  for (const { id } of resources) visit(id)
}
