import type { Estate } from '../../model/estate.ts'
import type { ExpressRouteCircuit } from '../../model/resources/expressroute.ts'
import type { Resource } from '../../model/resources/resource.ts'
import { compareVerdicts, type Verdict } from '../../model/status/verdict.ts'
import { nodeOf, stripSource, type StripNode, type StripSource } from './strip-nodes.ts'
import { behind, farEnd, nearEnd, placeOf } from './strip-ends.ts'

/** What joins two boxes. Without a verdict it only says that one is part of the other. */
export interface StripLine {
  verdict: Verdict | 'plain' | 'absent'
  /** The connections it stands for, worst first. */
  connections: { id: string; name: string }[]
}

/** Boxes above one another. */
export interface StripColumn {
  nodes: StripNode[]
  /** How many more there are than are drawn. */
  more: number
}

/**
 * Where a resource stands between on-premises (left) and Azure (right). `lines[i]` joins columns i and i + 1; of two
 * neighbours at most one has several boxes, so that no lines cross.
 */
export interface Strip {
  columns: StripColumn[]
  lines: StripLine[][]
}

const DRAWN = 4

/**
 * The picture of a resource, where one makes sense.
 * @param beingRead what is missing from the estate may be there
 */
export function pathStrip(resource: Resource, estate: Estate, beingRead = false): Strip | undefined {
  const source = stripSource(resource, estate)
  switch (resource.kind) {
    case 'virtualNetworkGateway':
    case 'vpnGateway':
    case 'expressRouteGateway':
      return toGateway(resource, source, beingRead)
    case 'connection':
    case 'vpnConnection':
    case 'expressRouteConnection':
      return ofConnection(resource, source)
    case 'localNetworkGateway':
    case 'vpnSite':
      return fromSite(resource, source, beingRead)
    case 'expressRouteCircuit':
      return ofCircuit(resource, source, beingRead)
    default:
      return undefined
  }
}

/** Remote ends, the gateway, what it stands in. */
function toGateway(gateway: Resource, source: StripSource, beingRead: boolean): Strip {
  const ends = source.linked(gateway, 'Connections').flatMap((connection) => {
    const far = farEnd(connection, gateway.key)
    return far === undefined
      ? []
      : [{ node: nodeOf(far, source, placeOf(far, source)), line: lineOf(connection, source) }]
  })
  return joined(
    many(ends, none(beingRead, 'No connection yet')),
    [gateway.id, ...behind(gateway, source)],
    source,
  )
}

function ofConnection(connection: Resource, source: StripSource): Strip | undefined {
  const near = nearEnd(connection)
  const far = farEnd(connection, near?.toLowerCase())
  if (near === undefined || far === undefined) return undefined
  const end = { node: nodeOf(far, source, placeOf(far, source)), line: lineOf(connection, source) }
  return joined(many([end], ''), [near, ...behind(source.find(near), source)], source)
}

/** A site, its gateways, and what the gateway stands in where it is only one. */
function fromSite(site: Resource, source: StripSource, beingRead: boolean): Strip {
  const gateways = source.linked(site, 'Connections').flatMap((connection) => {
    const near = nearEnd(connection)
    return near === undefined ? [] : [{ node: nodeOf(near, source), line: lineOf(connection, source) }]
  })
  const first: StripColumn = { nodes: [nodeOf(site.id, source, 'On-premises')], more: 0 }
  return fannedOut([first], [], many(gateways, none(beingRead, 'No connection yet')), source)
}

/** The provider or the port, Microsoft's edge, the gateways. */
function ofCircuit(circuit: ExpressRouteCircuit, source: StripSource, beingRead: boolean): Strip {
  const connections = source.linked(circuit, 'Connections', 'Hub connections')
  const gateways = connections.flatMap((connection) => {
    const near = nearEnd(connection)
    return near === undefined ? [] : [{ node: nodeOf(near, source), line: lineOf(connection, source) }]
  })
  const edge = nodeOf(
    circuit.id,
    source,
    circuit.peeringLocation ? `Microsoft edge, ${circuit.peeringLocation}` : 'Microsoft edge',
  )
  const [origin, line] = originOf(circuit, source)
  const before = [origin, edge].map((node) => ({ nodes: [node], more: 0 }))
  return fannedOut(before, [[line]], many(gateways, none(beingRead, 'Not connected yet')), source)
}

function originOf(circuit: ExpressRouteCircuit, source: StripSource): [StripNode, StripLine] {
  if (circuit.expressRoutePortId !== undefined) {
    const port = nodeOf(circuit.expressRoutePortId, source, 'ExpressRoute Direct')
    return [port, { verdict: port.verdict ?? 'notChecked', connections: [] }]
  }
  const state = circuit.serviceProviderProvisioningState
  const verdict = providerVerdict(state)
  const node: StripNode = {
    name: circuit.serviceProviderName ?? 'Provider',
    verdict,
    facts: [state ?? 'state not given'],
    place: 'Provider',
  }
  return [node, { verdict, connections: [] }]
}

function providerVerdict(state: string | undefined): Verdict {
  switch (state?.toLowerCase()) {
    case 'provisioned':
      return 'healthy'
    case 'notprovisioned':
    case 'deprovisioning':
      return 'attention'
    case 'provisioning':
      return 'inProgress'
    default:
      return 'unknown'
  }
}

function none(beingRead: boolean, words: string): string {
  return beingRead ? 'Connections are being read' : words
}

interface End {
  node: StripNode
  line: StripLine
}

/** The worst first, so that what is not drawn is what matters least. */
function many(ends: End[], nothingWords: string): { column: StripColumn; lines: StripLine[] } {
  if (ends.length === 0) {
    const nothing: StripNode = { name: nothingWords, facts: [], place: '' }
    return { column: { nodes: [nothing], more: 0 }, lines: [{ verdict: 'absent', connections: [] }] }
  }
  const sorted = withoutTwins(ends.toSorted((a, b) => compareVerdicts(verdictOf(a.line), verdictOf(b.line))))
  const drawn = sorted.slice(0, DRAWN)
  return {
    column: { nodes: withOwnPlaces(drawn.map(({ node }) => node)), more: sorted.length - drawn.length },
    lines: drawn.map(({ line }) => line),
  }
}

/** Over boxes that are not in one place stands what their places share; where each is, it says itself. */
function withOwnPlaces(nodes: StripNode[]): StripNode[] {
  if (new Set(nodes.map(({ place }) => place)).size < 2) return nodes
  const kinds = new Set(nodes.map(({ place }) => place.split(', ')[0]))
  const shared = kinds.size === 1 ? [...kinds].join('') : ''
  return nodes.map((node) => ({
    ...node,
    place: shared,
    facts: [node.place.replace(`${shared}, `, ''), ...node.facts],
  }))
}

/** Two connections to one end are one box and one line, as bad as the worse of the two. */
function withoutTwins(sorted: End[]): End[] {
  const byNode = new Map<string, End>()
  for (const { node, line } of sorted) {
    const key = node.id ?? node.name
    const known = byNode.get(key)
    if (known) known.line.connections.push(...line.connections)
    else byNode.set(key, { node, line: { ...line, connections: [...line.connections] } })
  }
  return [...byNode.values()]
}

function verdictOf({ verdict }: StripLine): Verdict {
  return verdict === 'plain' || verdict === 'absent' ? 'healthy' : verdict
}

function joined(ends: ReturnType<typeof many>, chain: string[], source: StripSource): Strip {
  const rest = chain.map((id) => ({ nodes: [nodeOf(id, source)], more: 0 }))
  return { columns: [ends.column, ...rest], lines: [ends.lines, ...plainLines(chain.length - 1)] }
}

function fannedOut(
  before: StripColumn[],
  lines: StripLine[][],
  ends: ReturnType<typeof many>,
  source: StripSource,
): Strip {
  const only = ends.column.nodes.length === 1 && ends.column.more === 0 ? ends.column.nodes[0]?.id : undefined
  const rest = behind(source.find(only), source).map((id) => ({ nodes: [nodeOf(id, source)], more: 0 }))
  return {
    columns: [...before, ends.column, ...rest],
    lines: [...lines, ends.lines, ...plainLines(rest.length)],
  }
}

function plainLines(count: number): StripLine[][] {
  return Array.from({ length: count }, () => [{ verdict: 'plain', connections: [] }])
}

function lineOf(connection: Resource, source: StripSource): StripLine {
  return {
    verdict: source.verdict(connection.id),
    connections: [{ id: connection.id, name: connection.name }],
  }
}
