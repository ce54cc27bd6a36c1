import { shortTime, readTime, sentenceList } from '../format.ts'
import type { Resource } from '../resources/resource.ts'
import type { VpnConnection } from '../resources/virtual-wan.ts'
import type { Connection, Tunnel } from '../resources/vpn.ts'
import { merge } from './merge.ts'
import { fact, provisioningReasons, unknownValue } from './provisioning.ts'
import type { Judgement, Reason } from './verdict.ts'

/** A part of a connection that can be up by itself: a tunnel, or a site's link. */
interface Part {
  name: string
  status: string | undefined
  lastUp?: string | undefined
}

/** @param gateway the gateway at its Azure end, where it was read */
export function judgeConnection(connection: Connection, gateway: Resource | undefined): Judgement {
  const parts = connection.tunnels.map((tunnel) => partOfTunnel(tunnel))
  const basic = gateway?.kind === 'virtualNetworkGateway' && gateway.sku?.toLowerCase() === 'basic'
  const what = connection.connectionType?.toLowerCase() === 'expressroute' ? 'circuit' : 'tunnel'
  return judgeParts(
    connection,
    parts,
    what,
    basic ? ', and a Basic gateway reports no tunnels to tell it by' : '',
  )
}

export function judgeVpnConnection(connection: VpnConnection): Judgement {
  const parts = connection.links.map((link) => ({ name: link.name, status: link.connectionStatus }))
  return judgeParts(connection, parts, 'link', '')
}

function judgeParts(
  connection: Connection | VpnConnection,
  parts: Part[],
  what: 'tunnel' | 'circuit' | 'link',
  unknownNote: string,
): Judgement {
  const known = parts.filter(({ status }) => status !== undefined)
  const reasons = [
    ...statusReasons(connection, what, known, unknownNote),
    ...partReasons(connection.connectionStatus, known, what),
    ...provisioningReasons(connection.provisioningState),
  ]
  const facts = [
    fact(connection, 'connectionStatus', connection.connectionStatus),
    ...known.map((part) => fact(connection, `${what} ${part.name}`, part.status)),
    fact(connection, 'provisioningState', connection.provisioningState),
  ]
  // Without a reason each of them is connected: whatever else one may be is a reason.
  const healthy =
    known.length > 1 ? `Connected, ${known.length} of ${known.length} ${what}s are up` : 'Connected'
  return merge(reasons, facts, healthy)
}

function statusReasons(
  connection: Connection | VpnConnection,
  what: 'tunnel' | 'circuit' | 'link',
  parts: Part[],
  unknownNote: string,
): Reason[] {
  const status = connection.connectionStatus
  switch (status?.toLowerCase()) {
    case 'connected':
      return []
    case 'notconnected':
      return [{ verdict: 'down', text: `${status}: ${downText(what, parts)}` }]
    case 'connecting':
      return [{ verdict: 'inProgress', text: `${status}: the two ends are negotiating` }]
    case 'unknown':
      return [{ verdict: 'unknown', text: `Azure reports connectionStatus ${status}${unknownNote}` }]
    case undefined:
      return connection.source === 'get'
        ? statusOfParts(what, parts)
        : [{ verdict: 'notChecked', text: 'its connectionStatus has not been read yet' }]
    default:
      return [unknownValue('connectionStatus', status ?? '')]
  }
}

function downText(what: 'tunnel' | 'circuit' | 'link', parts: Part[]): string {
  if (what === 'circuit') return 'the gateway does not reach the circuit'
  const last = parts.map(({ lastUp }) => readTime(lastUp)).filter((at) => at !== undefined)
  const since = last.length > 0 ? `, last established ${shortTime(Math.max(...last))}` : ''
  if (parts.length === 0) return `no ${what} is up`
  if (parts.length === 1) return `its only ${what} is down${since}`
  return `none of its ${parts.length} ${what}s is up${since}`
}

/** Where the whole has no status of its own, its links have: recorded hub connections carry both or either. */
function statusOfParts(what: string, parts: Part[]): Reason[] {
  if (parts.length === 0) return [{ verdict: 'unknown', text: 'Azure gives no connectionStatus for it' }]
  const down = parts.filter(({ status }) => status?.toLowerCase() === 'notconnected')
  return down.length === parts.length ? [{ verdict: 'down', text: `none of its ${what}s is connected` }] : []
}

/** What the parts say beside the whole: some down is Attention, and what is not known of one stays unknown. */
function partReasons(whole: string | undefined, parts: Part[], what: string): Reason[] {
  const state = whole?.toLowerCase()
  // Then the whole has said the worst there is, or nothing can be better known of a part.
  if (state === 'notconnected' || state === 'unknown') return []
  const down = parts.filter(({ status }) => status?.toLowerCase() === 'notconnected')
  const others = parts.flatMap((part) => otherReason(part, what))
  if (down.length === 0) return others
  if (down.length === parts.length) {
    if (state !== 'connected') return []
    const text = `connectionStatus is ${whole}, yet none of its ${parts.length} ${what}s is connected`
    return [{ verdict: 'attention', text }]
  }
  const names = sentenceList(down.map(({ name, status }) => `${name} is ${status ?? ''}`))
  const verb = down.length === 1 ? 'is' : 'are'
  const text = `${down.length} of ${parts.length} ${what}s ${verb} not connected: ${names}`
  return [{ verdict: 'attention', text }, ...others]
}

function otherReason({ name, status }: Part, what: string): Reason[] {
  switch (status?.toLowerCase()) {
    case 'connected':
    case 'notconnected':
      return []
    case 'connecting':
      return [{ verdict: 'inProgress', text: `${what} ${name} is ${status}` }]
    case 'unknown':
      return [{ verdict: 'unknown', text: `Azure reports ${what} ${name} as ${status}` }]
    default:
      return [unknownValue(`the status of ${what} ${name}`, status ?? '')]
  }
}

function partOfTunnel(tunnel: Tunnel): Part {
  return { name: tunnel.name, status: tunnel.connectionStatus, lastUp: tunnel.lastEstablished }
}
