import { contains, parseAddress, parsePrefix } from '../../../lib/cidr.ts'
import { keyOf } from '../../paths.ts'
import type { VirtualHub } from '../../resources/virtual-wan.ts'
import { asnProblem } from '../../vpn/asn.ts'
import type { About, DrawnForm, DrawnProblem } from '../drawn-form.ts'
import { memberAt } from '../edit.ts'
import { childrenPath, networkConnectionsOf, resourceOf } from './around-hub.ts'
import { creationOf } from './made.ts'
import { advise, nameText, wholeNumber, wrong } from './said.ts'
import { touched } from './touched.ts'

type Values = { name: string; connection: string; ip: string; asn: string }

/** Not verified, so it is advice. */
const MOST_PEERS = 8

const PEERS = 'bgpConnections'

/** An appliance in a connected network that speaks BGP with the hub (Virtual WAN document 9.3). */
export const ADD_PEER: DrawnForm<VirtualHub, Values> = {
  topic: 'add-peer',
  title: 'Add a BGP peer to',
  reads: ({ id }) => [childrenPath(id, 'hubVirtualNetworkConnections'), childrenPath(id, PEERS)],
  values: () => ({ name: '', connection: '', ip: '', asn: '' }),
  fields: (_, about) => [
    { is: 'text', name: 'name', label: 'Name' },
    {
      is: 'choice',
      name: 'connection',
      label: 'Its virtual network',
      options: [
        { value: '', label: 'Choose a connection' },
        ...networkConnectionsOf(about, about.resource.id).map(({ id, name }) => ({ value: id, label: name })),
      ],
    },
    { is: 'text', name: 'ip', label: 'Its address', hint: 'The private address it speaks BGP from' },
    { is: 'number', name: 'asn', label: 'Its AS number', hint: 'The hub has 65515' },
  ],
  problems: peerProblems,
  write: ({ name, connection, ip, asn }, { resource, estate }) =>
    creationOf(resource, estate, {
      kind: 'hubBgpConnection',
      topic: 'add-peer',
      id: `${childrenPath(resource.id, PEERS)}/${name}`,
      name,
      what: `the BGP peers of ${resource.name}: ${name} is new`,
      effect: 'Both routers of the hub begin a session with it, and learn its routes.',
      body: [
        [['properties', 'peerAsn'], wholeNumber(asn)],
        [['properties', 'peerIp'], ip.trim()],
        [['properties', 'hubVirtualNetworkConnection', 'id'], connection],
      ],
    }),

  consequences: ({ connection }, { resource, estate }) => ({
    touches: [{ id: resource.id, name: resource.name, note: 'takes no other change meanwhile' }],
    depends: touched(connection, estate, 'the connection of its network'),
    after: `The peer needs a session with each router of the hub${resource.virtualRouterIps.length > 0 ? `: ${resource.virtualRouterIps.join(', ')}` : ''}, AS 65515.`,
  }),
  verb: () => 'Add peer',
}

function peerProblems({ name, connection, ip, asn }: Values, about: About<VirtualHub>): DrawnProblem[] {
  const { resource, estate, found } = about
  const peers = found(childrenPath(resource.id, PEERS))
  const bad = nameText(
    name,
    peers.map((one) => one.name),
  )
  const chosen = networkConnectionsOf(about, resource.id).find(({ id }) => keyOf(id) === keyOf(connection))
  const network = resourceOf(estate, 'virtualNetwork', chosen?.remoteVirtualNetworkId)
  const address = parseAddress(ip.trim())
  const asnText = asnProblem(wholeNumber(asn), 'onPremises')
  const twin = peers.find(({ body }) => memberAt(body, ['properties', 'peerIp']) === ip.trim())
  const isInside = network?.addressPrefixes.some((text) => {
    const prefix = parsePrefix(text)
    return prefix !== undefined && address !== undefined && contains(prefix, address)
  })
  return [
    ...(bad === undefined ? [] : [wrong('name', bad)]),
    ...(chosen ? [] : [wrong('connection', 'Choose the connection of the network it is in.')]),
    ...(address?.family === 4 ? [] : [wrong('ip', 'Enter an IPv4 address.')]),
    ...(twin ? [wrong('ip', `${twin.name} has this address.`)] : []),
    ...(address?.family === 4 && isInside === false
      ? [advise('ip', `It is not in the address space of ${network?.name ?? 'the network'}.`)]
      : []),
    ...(asnText === undefined ? [] : [wrong('asn', asnText)]),
    ...(peers.length >= MOST_PEERS
      ? [advise('name', `The hub has ${peers.length} peers, and Azure may take no more.`)]
      : []),
  ]
}
