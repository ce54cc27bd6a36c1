import { parsePrefix } from '../../lib/cidr.ts'
import type { Json, JsonObject } from '../../lib/json.ts'
import type { Connection, VirtualNetworkGateway } from '../resources/vpn.ts'
import { heldBy } from './held-by.ts'
import type { Action } from './write.ts'

export type Captured = Connection | VirtualNetworkGateway

/** Shorter ones tend to miss what is looked for (VPN Gateway 6.6). */
export const CAPTURE_SECONDS = 600

/** What a person chose of the filter; texts are lists as typed. */
export interface CaptureFilter {
  ike: boolean
  esp: boolean
  sources: string
  destinations: string
  sourcePorts: string
  destinationPorts: string
  protocol: '' | 'TCP' | 'UDP' | 'ICMP'
  /** One direction of each flow; both, with inner and outer packets, when false. */
  oneDirection: boolean
}

export const NO_FILTER: CaptureFilter = {
  ike: true,
  esp: true,
  sources: '',
  destinations: '',
  sourcePorts: '',
  destinationPorts: '',
  protocol: '',
  oneDirection: false,
}

export type FilterField = 'flags' | 'sources' | 'destinations' | 'sourcePorts' | 'destinationPorts'

/** What is wrong with a filter, by field. */
export function filterProblems(filter: CaptureFilter): Partial<Record<FilterField, string>> {
  const prefix = 'Prefixes like 10.1.0.0/16, with commas between them.'
  const port = 'Ports from 1 to 65535, with commas between them.'
  return {
    ...(!filter.ike && !filter.esp && { flags: 'Choose IKE, ESP or both.' }),
    ...(badPrefixes(filter.sources) && { sources: prefix }),
    ...(badPrefixes(filter.destinations) && { destinations: prefix }),
    ...(badPorts(filter.sourcePorts) && { sourcePorts: port }),
    ...(badPorts(filter.destinationPorts) && { destinationPorts: port }),
  }
}

function badPrefixes(typed: string): boolean {
  return parts(typed).some((one) => parsePrefix(one)?.family !== 4)
}

function badPorts(typed: string): boolean {
  return parts(typed).some((one) => !/^\d{1,5}$/.test(one) || Number(one) < 1 || Number(one) > 65_535)
}

function parts(typed: string): string[] {
  return typed.split(/[\s,;]+/).filter((one) => one !== '')
}

/** Bits of `TracingFlags` (Microsoft Learn, vpn-gateway/packet-capture). */
const ESP = 1
const IKE = 2

const PROTOCOLS = { TCP: 6, UDP: 17, ICMP: 1 }

/** The filter as the text Azure takes, `undefined` for everything; members as Microsoft Learn, vpn-gateway/packet-capture. */
export function filterData(filter: CaptureFilter): string | undefined {
  if (JSON.stringify(filter) === JSON.stringify(NO_FILTER)) return undefined
  const { sources, destinations, sourcePorts, destinationPorts, protocol, oneDirection } = filter
  const rule: JsonObject = {
    ...listed('SourceSubnets', parts(sources)),
    ...listed('DestinationSubnets', parts(destinations)),
    ...listed('SourcePort', parts(sourcePorts).map(Number)),
    ...listed('DestinationPort', parts(destinationPorts).map(Number)),
    ...(protocol !== '' && { Protocol: [PROTOCOLS[protocol]] }),
    CaptureSingleDirectionTrafficOnly: oneDirection,
  }
  return JSON.stringify({
    TracingFlags: (filter.esp ? ESP : 0) + (filter.ike ? IKE : 0),
    MaxPacketBufferSize: 120,
    MaxFileSize: 500,
    Filters: [rule],
  })
}

function listed(name: string, items: Json[]): JsonObject {
  return items.length === 0 ? {} : { [name]: items }
}

export function startCapture(resource: Captured, filter: string | undefined): Action {
  return {
    ...facts(resource, 'startPacketCapture'),
    body: filter === undefined ? {} : { filterData: filter },
    what: `Start a packet capture on ${resource.name}`,
    effect: `No tunnel drops. The gateway works harder while it captures, so traffic may slow down. Only one capture runs on ${
      resource.kind === 'connection' ? 'a connection' : 'a gateway'
    } at a time.`,
  }
}

/** Its body, `{ sasUrl }`, is a secret and goes to the queue apart. */
export function stopCapture(resource: Captured): Action {
  return {
    ...facts(resource, 'stopPacketCapture'),
    secret: 'the SAS URL',
    what: `Stop the packet capture on ${resource.name}`,
    effect:
      'No tunnel drops. Azure writes the packets as PCAP files into the storage container of the SAS URL.',
  }
}

function facts(resource: Captured, segment: 'startPacketCapture' | 'stopPacketCapture') {
  const type = resource.kind === 'connection' ? 'connections' : 'virtualNetworkGateways'
  return {
    is: 'action' as const,
    method: 'POST' as const,
    id: resource.id,
    name: resource.name,
    topic: 'capture',
    segment,
    action: `Microsoft.Network/${type}/${segment.toLowerCase()}/action`,
    holds: heldBy(resource),
  }
}

/** Whether a text is an address of a container with a signature; nothing of it is repeated. */
export function sasProblem(typed: string): string | undefined {
  if (typed === '') return 'Enter the SAS URL of a storage container.'
  if (!URL.canParse(typed))
    return 'This is not an address. It begins with https:// and ends with the signature.'
  const { protocol, searchParams, pathname } = new URL(typed)
  if (protocol !== 'https:') return 'It has to begin with https://.'
  if (!searchParams.has('sig'))
    return 'It has no signature (sig=): copy the SAS URL, not the address of the container.'
  if (pathname === '/' || pathname === '') return 'It names no container.'
  return undefined
}

/**
 * What Azure says of captures on the resource, `None` where none runs; a member that the published schema lacks (recorded
 * answers of gateways and connections).
 */
export function captureState({ body }: Captured): string | undefined {
  const properties = body.properties
  const value =
    typeof properties === 'object' && properties !== null && !Array.isArray(properties)
      ? properties.packetCaptureDiagnosticState
      : undefined
  return typeof value === 'string' && value !== '' ? value : undefined
}
