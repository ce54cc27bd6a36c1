import { contains, parseAddress, parsePrefix } from '../../lib/cidr.ts'

export const APIPA = '169.254.0.0/16'
export const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']
/** RFC 1918, 0.0.0.0, loopback, link-local, multicast and what lies above (VPN Gateway reference 4). */
export const NOT_PUBLIC = [...PRIVATE, '0.0.0.0/8', '127.0.0.0/8', APIPA, '224.0.0.0/3']

export function isIn(address: string, prefix: string): boolean {
  const outer = parsePrefix(prefix)
  const inner = parseAddress(address)
  return outer !== undefined && inner !== undefined && contains(outer, inner)
}

export function isPublicAddress(address: string): boolean {
  return !NOT_PUBLIC.some((prefix) => isIn(address, prefix))
}

export function isDnsName(text: string): boolean {
  return /^(?=.{1,253}$)([a-z0-9_]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/i.test(text)
}
