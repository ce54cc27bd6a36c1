import type { Json, JsonObject } from '../../lib/json.ts'
import { memberAt } from './edit.ts'

const CLIENTS = ['properties', 'vpnClientConfiguration']

/** Where a gateway's body names a RADIUS server, and so needs its secret: the object that holds both. */
export function radiusServersIn(body: JsonObject): string[][] {
  const list = memberAt(body, [...CLIENTS, 'radiusServers'])
  // Older gateways have a single one beside the list (VPN Gateway 6.3).
  const places = [
    CLIENTS,
    ...(Array.isArray(list) ? list.map((_, index) => [...CLIENTS, 'radiusServers', String(index)]) : []),
  ]
  return places.filter((path) => isText(memberAt(body, [...path, 'radiusServerAddress'])))
}

/** Whether what is put back is a connection with a shared key. @param id of the resource that is put */
export function sendsKey(id: string, body: JsonObject): boolean {
  const type = memberAt(body, ['properties', 'connectionType'])
  const authentication = memberAt(body, ['properties', 'authenticationType'])
  return (
    /\/providers\/microsoft\.network\/connections\/[^/]+$/i.test(id) &&
    isText(type) &&
    /^(ipsec|vnet2vnet)$/i.test(type) &&
    !(isText(authentication) && /^certificate$/i.test(authentication))
  )
}

/** An empty text is none. */
export function isText(value: Json | undefined): value is string {
  return typeof value === 'string' && value !== ''
}
