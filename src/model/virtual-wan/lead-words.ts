import type { Estate } from '../estate.ts'
import { count, sentenceList } from '../format.ts'
import { keyOf, nameOfId } from '../paths.ts'
import type {
  HubBgpConnection,
  HubRouteTable,
  HubVirtualNetworkConnection,
  RoutingIntent,
} from '../resources/virtual-wan.ts'
import type { HubChildren } from './hub-children.ts'
import {
  hasRouting,
  isDefaultTable,
  isNoneTable,
  learningTables,
  policyFor,
  propagatesNowhere,
} from './hub-routing.ts'
import { isRouteServer } from './readiness.ts'

const FEW = 4

function named(ids: readonly string[], one: string): string {
  if (ids.length > FEW) return count(ids.length, one)
  return sentenceList(ids.map(nameOfId))
}

/** What a network's connection to a hub does, sentence by sentence. Of what was not read nothing is said. */
export function connectionWords(
  connection: HubVirtualNetworkConnection,
  { tables, intents }: HubChildren,
): string[] {
  const network =
    connection.remoteVirtualNetworkId === undefined
      ? 'its network'
      : nameOfId(connection.remoteVirtualNetworkId)
  if (!hasRouting(connection))
    return [
      `It joins ${network} to the hub ${nameOfId(connection.hubId)}. Azure has not filled in its routing yet.`,
    ]
  const associated = connection.associatedRouteTableId
  const sentences = [
    `It joins ${network} to the hub ${nameOfId(connection.hubId)}. ${
      associated === undefined
        ? 'Azure does not say which route table the network follows.'
        : `The network follows the routes of ${nameOfId(associated)}.`
    }`,
  ]
  if (policyFor(intents ?? [], 'PrivateTraffic') !== undefined)
    sentences.push('The hub announces the network itself, since a private routing policy is set.')
  else if (propagatesNowhere(connection))
    sentences.push('It propagates to no route table: nothing else learns how to reach the network.')
  else {
    const learning = tables && learningTables(connection, tables).map(({ name }) => name)
    const labels = connection.propagatedLabels.filter((label) => label.toLowerCase() !== 'none')
    if (learning && learning.length > 0)
      sentences.push(
        `${sentenceList(learning)} of this hub ${learning.length === 1 ? 'learns' : 'learn'} how to reach it${
          labels.length > 0 ? `; so do tables of other hubs with the label ${sentenceList(labels)}` : ''
        }.`,
      )
  }
  sentences.push(
    connection.enableInternetSecurity
      ? 'A default route of the hub, where there is one, is given to the network.'
      : 'A default route of the hub is not given to the network.',
  )
  if (connection.staticRoutes.length > 0)
    sentences.push(
      `${count(connection.staticRoutes.length, 'static route')} ${connection.staticRoutes.length === 1 ? 'leads' : 'lead'} to an appliance inside it.`,
    )
  return sentences
}

/** Who follows a route table, and who fills it. */
export function tableWords(table: HubRouteTable): string[] {
  const { associatedConnectionIds: associated, propagatingConnectionIds: propagating, routes, labels } = table
  if (isNoneTable(table.id))
    return [
      'The none table of the hub: it holds no routes. What propagates to it is told to nobody.',
      propagating.length === 0
        ? 'Nothing propagates to it.'
        : `${named(propagating, 'connection')} propagate to it.`,
    ]
  return [
    isDefaultTable(table.id)
      ? 'The default table of the hub: what is associated with no other one follows it.'
      : 'A table of the hub’s own: what is associated with it follows its routes instead of the default table’s.',
    associated.length === 0
      ? 'Azure lists nothing that is associated with it.'
      : `${named(associated, 'connection')} ${associated.length === 1 ? 'follows' : 'follow'} it.`,
    propagating.length === 0
      ? 'Azure lists nothing that propagates to it.'
      : `${named(propagating, 'connection')} ${propagating.length === 1 ? 'fills' : 'fill'} it.`,
    ...(routes.length === 0
      ? []
      : [
          `Its ${count(routes.length, 'static route')} ${routes.length === 1 ? 'goes' : 'go'} before what it learns of the same prefix.`,
        ]),
    ...(labels.length === 0
      ? []
      : [`What propagates to the label ${sentenceList(labels)} fills it too, in every hub of the WAN.`]),
  ]
}

/** What an intent sends where, and what it changes for everything in the hub (Virtual WAN 9.2). */
export function intentWords(intent: RoutingIntent): string[] {
  const internet = policyFor([intent], 'Internet')
  const inspected = policyFor([intent], 'PrivateTraffic')
  const to = (id: string | undefined) => (id === undefined ? 'no next hop' : nameOfId(id))
  return [
    internet === undefined
      ? 'It says nothing of traffic to the internet.'
      : `Traffic to the internet goes to ${to(internet.nextHopId)}, and leaves through this hub: the default route does not cross hubs.`,
    inspected === undefined
      ? 'It says nothing of private traffic: networks, branches and circuits reach each other directly.'
      : `Private traffic between networks, branches, circuits and other hubs goes to ${to(inspected.nextHopId)}.`,
    'While it is set, route tables of the hub’s own are not possible, and connections have no routing of their own. Taking it away does not bring earlier settings back.',
  ]
}

/** With whom the router speaks BGP, through what, and how that stands. */
export function peerWords(peer: HubBgpConnection, estate: Estate): string[] {
  const hub = estate.resources.get(keyOf(peer.hubId))
  const server = hub?.kind === 'virtualHub' && isRouteServer(hub)
  const who = `${peer.peerIp ?? 'a peer without an address'}, AS ${peer.peerAsn ?? 'not given'}`
  return [
    `${server ? 'The Route Server' : 'The router of the hub'} ${nameOfId(peer.hubId)} speaks BGP with ${who}${
      peer.networkConnectionId === undefined || server
        ? ''
        : `, through the connection ${nameOfId(peer.networkConnectionId)}`
    }.`,
    sessionWords(peer.connectionState),
    'What each of its instances learns and tells stands under Routes.',
  ]
}

function sessionWords(state: string | undefined): string {
  switch (state?.toLowerCase()) {
    case 'connected':
      return 'The session is Connected.'
    case 'notconnected':
      return 'The session is NotConnected: see that the peer runs, that it is set to both addresses of the router and to its AS number, and that nothing between them stops TCP port 179.'
    case 'connecting':
      return 'The session is being set up.'
    case undefined:
      return 'Azure does not say how the session stands.'
    default:
      return `Azure says ${state ?? ''} of the session.`
  }
}
