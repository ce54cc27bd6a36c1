/**
 * Where the Azure portal shows a resource. The id is somebody's text: each part of it is escaped.
 * @param portal the cloud's portal, an origin
 */
export function portalAddress(id: string, tenantId: string | undefined, portal: string): string {
  const path = id.split('/').map(encodeURIComponent).join('/')
  return `${portal}/#@${encodeURIComponent(tenantId ?? '')}/resource${path}`
}
