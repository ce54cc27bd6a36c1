import type { Json, JsonObject } from '../../lib/json.ts'
import { memberAt } from './edit.ts'

/** Of a virtual network gateway, and of a server configuration of a virtual WAN (Virtual WAN document 7). */
const HOLDERS = [['properties', 'vpnClientConfiguration'], ['properties']]

/** Where a body names a RADIUS server, and so needs its secret: the object that holds both. */
export function radiusServersIn(body: JsonObject): string[][] {
  const places = HOLDERS.flatMap((holder) => {
    const list = memberAt(body, [...holder, 'radiusServers'])
    // Older ones have a single server beside the list (VPN Gateway 6.3).
    return [
      holder,
      ...(Array.isArray(list) ? list.map((_, index) => [...holder, 'radiusServers', String(index)]) : []),
    ]
  })
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
