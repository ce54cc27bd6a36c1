import { keyOf, nameOfId } from '../../paths.ts'
import type { HubVirtualNetworkConnection } from '../../resources/virtual-wan.ts'
import {
  hasRouting,
  isDefaultTable,
  isNoneTable,
  learningTables,
  policyFor,
  propagatesNowhere,
} from '../../virtual-wan/hub-routing.ts'
import { valueOf } from '../asked.ts'
import { ruledOut, type Finding } from '../finding.ts'
import { atOf, cause, lackingHub, said } from './asks.ts'
import type { HubFacts } from './hub-facts.ts'

/** Which table the network looks into (Virtual WAN 9.1): one that is gone, the none table, or one that nobody tells of anything. */
export function association(facts: HubFacts): Finding | undefined {
  const { subject } = facts
  if (subject.kind === 'virtualHub') return undefined
  const unread = lackingHub(facts.tables, 'tables')
  const tables = valueOf(facts.tables)
  if (unread || tables === undefined) return unread
  const { associatedRouteTableId: id } = subject
  if (id === undefined)
    return {
      is: 'notChecked',
      missing: 'the route table it is associated with: Azure has not filled it in',
      how: 'Check again once the connection and the router of the hub are ready.',
      waiting: false,
    }
  const own = said(`It is associated with ${nameOfId(id)}`, 'Virtual network connection', subject.readAt)
  const change =
    'Associate the connection with the table that holds the routes it needs, which mostly is the default table.'
  if (isNoneTable(id))
    return cause('The network looks into the none table, which holds no routes', 'very likely', [own], {
      change,
    })
  const table = tables.find((one) => keyOf(one.id) === keyOf(id))
  if (table === undefined)
    return cause(
      'The route table it is associated with is not there',
      'very likely',
      [
        own,
        said('No route table of the hub is called so', 'Hub route tables', atOf(facts.tables, facts.now)),
      ],
      { change },
    )
  if (!isDefaultTable(id) && table.routes.length === 0 && table.propagatingConnectionIds.length === 0)
    return cause(
      `Its route table ${table.name} holds nothing`,
      'very likely',
      [
        own,
        said(
          `Nothing propagates to ${table.name}, and it has no static routes`,
          'Hub route tables',
          table.readAt,
        ),
      ],
      {
        change: `Let the connections that the network is to reach propagate to ${table.name}, or associate it with another table.`,
        link: { id: table.id, tab: 'overview', label: `See ${table.name}` },
      },
    )
  return ruledOut(
    `It is associated with ${table.name}, which is told of ${table.propagatingConnectionIds.length} connections and has ${table.routes.length} static routes`,
  )
}

/** Who learns of the network: nobody, where it propagates to none; with a private policy that is as it has to be (Virtual WAN 9.2). */
export function propagation(facts: HubFacts): Finding | undefined {
  const { subject } = facts
  if (subject.kind === 'virtualHub') return silentOfHub(facts)
  const unread = lackingHub(facts.intents, 'intents') ?? lackingHub(facts.tables, 'tables')
  const intents = valueOf(facts.intents)
  const tables = valueOf(facts.tables)
  if (unread || intents === undefined || tables === undefined) return unread
  if (policyFor(intents, 'PrivateTraffic') !== undefined)
    return ruledOut('A private routing policy announces the network, whatever it propagates to')
  if (!hasRouting(subject))
    return {
      is: 'notChecked',
      missing: 'which tables learn of the network: Azure has not filled it in',
      how: 'Check again once the connection and the router of the hub are ready.',
      waiting: false,
    }
  const own = said(propagatesWords(subject), 'Virtual network connection', subject.readAt)
  const change = 'Let it propagate to the default table, or to a label of the tables that are to know it.'
  if (propagatesNowhere(subject))
    return cause(
      'The network is propagated to no table, so nothing learns how to reach it',
      'very likely',
      [own],
      {
        change,
      },
    )
  const learning = learningTables(subject, tables)
  if (learning.length === 0)
    return cause(
      'No table of this hub has the name or the label it propagates to',
      'very likely',
      [
        own,
        said(
          `The hub has ${tables.map(({ name }) => name).join(', ')}`,
          'Hub route tables',
          atOf(facts.tables, facts.now),
        ),
      ],
      { change },
    )
  if (!learning.some(({ id }) => isDefaultTable(id)))
    return cause(
      'The default table does not learn of the network',
      'possible',
      [
        own,
        said(
          `It is learned by ${learning.map(({ name }) => name).join(', ')}`,
          'Hub route tables',
          atOf(facts.tables, facts.now),
        ),
      ],
      {
        change:
          'Where what follows the default table is to reach it, as branches and people mostly do, let it propagate there too.',
      },
    )
  return ruledOut(`${learning.map(({ name }) => name).join(', ')} learn of the network`)
}

function propagatesWords({ propagatedRouteTableIds, propagatedLabels }: HubVirtualNetworkConnection): string {
  const to = [...propagatedRouteTableIds.map(nameOfId), ...propagatedLabels.map((label) => `label ${label}`)]
  return to.length === 0 ? 'It propagates to nothing' : `It propagates to ${to.join(', ')}`
}

function silentOfHub(facts: HubFacts): Finding | undefined {
  const unread = lackingHub(facts.connections, 'connections') ?? lackingHub(facts.intents, 'intents')
  const connections = valueOf(facts.connections)
  const intents = valueOf(facts.intents)
  if (unread || connections === undefined || intents === undefined) return unread
  if (policyFor(intents, 'PrivateTraffic') !== undefined)
    return ruledOut('A private routing policy announces the networks, whatever they propagate to')
  const silent = connections.filter((one) => hasRouting(one) && propagatesNowhere(one))
  const [first] = silent
  if (first === undefined) return ruledOut('Every connection that was read propagates to a table')
  return cause(
    'Networks are connected that nothing learns of',
    'possible',
    silent
      .slice(0, 4)
      .map((one) => said(`${one.name}: ${propagatesWords(one)}`, 'Virtual network connection', one.readAt)),
    {
      change: 'Let them propagate to the default table, or to a label of the tables that are to know them.',
      link: { id: first.id, tab: 'overview', label: `See ${first.name}` },
    },
  )
}
