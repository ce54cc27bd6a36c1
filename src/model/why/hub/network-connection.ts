import { count, sentenceList } from '../../format.ts'
import { valueOf } from '../asked.ts'
import { ruledOut, type Finding } from '../finding.ts'
import { atOf, cause, lackingHub, said } from './asks.ts'
import type { HubFacts } from './hub-facts.ts'
import type { HubVirtualNetworkConnection } from '../../resources/virtual-wan.ts'

const CONNECTION_WRITE = /\/hubvirtualnetworkconnections\/write$/i

/** The connection itself; of a hub those of its connections that failed (Virtual WAN 8 and 14). */
export function networkConnection(facts: HubFacts): Finding | undefined {
  return facts.subject.kind === 'virtualHub' ? ofHub(facts) : ofConnection(facts, facts.subject)
}

function ofConnection(facts: HubFacts, subject: HubVirtualNetworkConnection): Finding {
  const { provisioningState: state = 'not given', connectivityStatus: status } = subject
  const own = said(`Its provisioningState is ${state}`, 'Virtual network connection', subject.readAt)
  const link = { id: subject.id, tab: 'activity' as const, label: 'See its activity' }
  if (/ing$/i.test(state))
    return cause('The connection is being changed', 'very likely', [own], {
      change: 'Wait until it has ended, then check again.',
    })
  if (/^(failed|canceled)$/i.test(state)) {
    const failure = (valueOf(facts.activity) ?? [])
      .filter((one) => one.status.toLowerCase() === 'failed' && CONNECTION_WRITE.test(one.operation))
      .toSorted((a, b) => b.startedAt - a.startedAt)[0]
    return cause(
      'The last change of the connection was not applied',
      'very likely',
      [
        own,
        ...(failure?.statusMessage === undefined
          ? []
          : [
              said(failure.statusMessage.replace(/\.$/, ''), 'Activity log', atOf(facts.activity, facts.now)),
            ]),
      ],
      {
        change:
          'Put right what the error says, then repeat the change. Leave the subnets of the network alone while it runs: both at once fail.',
        link,
      },
    )
  }
  switch (status?.toLowerCase()) {
    case 'connected':
      return ruledOut(`The connection is ${state}, and connectivityStatus is Connected`)
    case undefined:
      return ruledOut(`The last change of the connection ${state}`)
    case 'notconnected':
      return cause(
        'Azure says that the hub and the network are not joined',
        'possible',
        [own, said(`connectivityStatus is ${status}`, 'Virtual network connection', subject.readAt)],
        {
          change: 'See what else stands here; where nothing does, delete the connection and make it again.',
          link,
        },
      )
    default:
      return cause(
        `Azure says ${status ?? ''} of whether the hub and the network are joined`,
        'unlikely',
        [said(`connectivityStatus is ${status}`, 'Virtual network connection', subject.readAt)],
        { change: 'Check again in some minutes.' },
      )
  }
}

const FEW = 4

function ofHub(facts: HubFacts): Finding | undefined {
  const unread = lackingHub(facts.connections, 'connections')
  const all = valueOf(facts.connections)
  if (unread || all === undefined) return unread
  const bad = all.filter(
    ({ provisioningState, connectivityStatus }) =>
      /^(failed|canceled)$/i.test(provisioningState ?? '') ||
      connectivityStatus?.toLowerCase() === 'notconnected',
  )
  const [first] = bad
  if (first === undefined)
    return ruledOut(
      all.length === 0
        ? 'No virtual network is connected to the hub'
        : `None of its ${count(all.length, 'virtual network connection')} failed`,
    )
  return cause(
    `${count(bad.length, 'virtual network connection')} of the hub ${bad.length === 1 ? 'is' : 'are'} not up: ${sentenceList(bad.slice(0, FEW).map(({ name }) => name))}`,
    'very likely',
    bad
      .slice(0, FEW)
      .map((one) =>
        said(
          `${one.name}: provisioningState ${one.provisioningState ?? 'not given'}, connectivityStatus ${one.connectivityStatus ?? 'not given'}`,
          'Virtual network connection',
          one.readAt,
        ),
      ),
    {
      change: 'See why each of them is not up; the hub itself carries what else is connected.',
      link: { id: first.id, tab: 'why', label: `See why ${first.name} is not up` },
    },
  )
}
