import type { Json, JsonObject } from '../../../lib/json.ts'
import { keyOf, nameOfId } from '../../paths.ts'
import type { Resource } from '../../resources/resource.ts'
import type { HubRouteTable } from '../../resources/virtual-wan.ts'
import type { About, DrawnField, DrawnProblem } from '../drawn-form.ts'
import { memberAt } from '../edit.ts'
import { routeTablesOf, routingIntentOf } from './around-hub.ts'
import { DEFAULT_TABLE, NONE_TABLE } from './built-in-tables.ts'
import { listed, wrong } from './said.ts'

const ROUTING = ['properties', 'routingConfiguration']

/** Which table a connection looks into, and which learn of it (Virtual WAN document 9.1). */
export type TypedRouting = { table: string; labels: string; tables: string[] }

function tableId(hubId: string, name: string): string {
  return `${hubId}/hubRouteTables/${name}`
}

/** @param hubId for what a new connection gets by itself */
export function typedRouting(hubId: string, body?: JsonObject): TypedRouting {
  const at = (...path: string[]) => memberAt(body, [...ROUTING, ...path])
  const table = at('associatedRouteTable', 'id')
  const labels = at('propagatedRouteTables', 'labels')
  const ids = at('propagatedRouteTables', 'ids')
  return {
    table: nameOfId(typeof table === 'string' ? table : tableId(hubId, DEFAULT_TABLE)),
    labels: Array.isArray(labels)
      ? labels.filter((one) => typeof one === 'string').join(', ')
      : body === undefined
        ? 'default'
        : '',
    tables: Array.isArray(ids)
      ? ids.flatMap((one) => {
          const id = memberAt(one, ['id'])
          return typeof id === 'string' ? [nameOfId(id)] : []
        })
      : [],
  }
}

/** Why the routing of connections is not theirs to choose; `undefined`: it is (Virtual WAN document 9.2, 14 no. 6). */
export function routingLocked(about: Pick<About, 'found'>, hubId: string): string | undefined {
  const intent = routingIntentOf(about, hubId)
  return intent === undefined || intent.policies.length === 0
    ? undefined
    : 'The routing intent of the hub decides the rest: Azure refuses connections that say otherwise.'
}

export function routingFields(about: Pick<About, 'found'>, hubId: string): DrawnField[] {
  const tables = routeTablesOf(about, hubId)
  const locked = routingLocked(about, hubId)
  const labels = [...new Set(tables.flatMap((one) => one.labels))]
  const why = locked !== undefined && { locked: true as const }
  return [
    ...(locked === undefined ? [] : [{ is: 'note', name: 'locked', text: locked } as const]),
    {
      is: 'choice',
      name: 'table',
      label: 'Associated with route table',
      hint: 'Where the hub looks for the way of what comes from it',
      ...why,
      options: namesOf(tables).map((value) => ({ value, label: value })),
    },
    {
      is: 'text',
      name: 'labels',
      label: 'Propagates to labels',
      hint: `All tables with one of them learn of it, in every hub; several with commas${labels.length > 0 ? `. Here are ${labels.join(', ')}` : ''}`,
      ...why,
    },
    {
      is: 'picks',
      name: 'tables',
      label: 'Propagates to route tables',
      ...why,
      options: namesOf(tables).map((value) => ({ value, label: value })),
    },
  ]
}

/** A name that does not exist is refused only at the end of a change (Virtual WAN document 14, no. 7). */
export function routingProblems(
  typed: TypedRouting,
  about: Pick<About, 'found'>,
  hubId: string,
): DrawnProblem[] {
  if (routingLocked(about, hubId) !== undefined) return []
  const names = namesOf(routeTablesOf(about, hubId))
  const gone = [typed.table, ...typed.tables].find((one) => !names.some((name) => keyOf(name) === keyOf(one)))
  const bad = listed(typed.labels).find((one) => !/^[\w.-]{1,80}$/.test(one))
  return [
    ...(gone === undefined
      ? []
      : [wrong(gone === typed.table ? 'table' : 'tables', `The hub has no route table ${gone}.`)]),
    ...(bad === undefined ? [] : [wrong('labels', `${bad} is no label: use letters, digits, _ . -`)]),
    ...(typed.tables.includes(NONE_TABLE) && typed.tables.length > 1
      ? [wrong('tables', `${NONE_TABLE} stands for no table: choose it alone, or not at all.`)]
      : []),
  ]
}

/** What is wanted of `routingConfiguration`; nothing while an intent decides it. */
export function routingWanted(
  typed: TypedRouting,
  about: Pick<About, 'found'>,
  hubId: string,
): (readonly [path: readonly string[], to: Json | undefined])[] {
  if (routingLocked(about, hubId) !== undefined) return []
  return [
    [[...ROUTING, 'associatedRouteTable', 'id'], tableId(hubId, typed.table)],
    [[...ROUTING, 'propagatedRouteTables', 'labels'], listed(typed.labels)],
    [
      [...ROUTING, 'propagatedRouteTables', 'ids'],
      typed.tables.map((name) => ({ id: tableId(hubId, name) })),
    ],
  ]
}

/** As it is spelt by Azure; the built-in ones are there always. */
function namesOf(tables: readonly HubRouteTable[]): string[] {
  const names = tables.map(({ name }) => name)
  return [DEFAULT_TABLE, NONE_TABLE, ...names].filter(
    (name, index, all) => all.findIndex((one) => keyOf(one) === keyOf(name)) === index,
  )
}

/** How connections and tables of a hub route now, to be kept: an intent that is taken away does not bring it back. */
export function routingOf(hub: Resource, children: readonly Resource[]): Json {
  return {
    hub: hub.id,
    resources: children.map(({ id, name, body }) => ({
      id,
      name,
      properties: memberAt(body, ['properties']) ?? {},
    })),
  }
}
