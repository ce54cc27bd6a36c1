import type { Estate } from '../../../model/estate.ts'
import type {
  HubBgpConnection,
  HubRouteTable,
  HubVirtualNetworkConnection,
  RoutingIntent,
} from '../../../model/resources/virtual-wan.ts'
import { connectionWords, intentWords, peerWords, tableWords } from '../../../model/virtual-wan/lead-words.ts'
import { readChildren, useHubChildren } from '../../../queries/use-hub-children.ts'
import { Words } from './Words.tsx'

const LABEL = 'What it does'

export function ConnectionLead({ resource }: { resource: HubVirtualNetworkConnection }) {
  const children = readChildren(useHubChildren(resource.hubId))
  return <Words label={LABEL} sentences={connectionWords(resource, children)} />
}

export function TableLead({ resource }: { resource: HubRouteTable }) {
  return <Words label={LABEL} sentences={tableWords(resource)} />
}

export function IntentLead({ resource }: { resource: RoutingIntent }) {
  return <Words label={LABEL} sentences={intentWords(resource)} />
}

export function PeerLead({ resource, estate }: { resource: HubBgpConnection; estate: Estate }) {
  return <Words label={LABEL} sentences={peerWords(resource, estate)} />
}
