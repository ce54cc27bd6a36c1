/**
 * Where the Azure portal shows a resource. The id is somebody's text: each part of it is escaped.
 * @param portal the cloud's portal, an origin; the public cloud's by default
 */
export function portalAddress(
  id: string,
  tenantId: string | undefined,
  portal = 'https://portal.azure.com',
): string {
  const path = id.split('/').map(encodeURIComponent).join('/')
  return `${portal}/#@${encodeURIComponent(tenantId ?? '')}/resource${path}`
}
