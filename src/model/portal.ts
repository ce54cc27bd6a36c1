/** Where the Azure portal shows a resource. The id is somebody's text: each part of it is escaped. */
export function portalAddress(id: string, tenantId: string | undefined): string {
  const path = id.split('/').map(encodeURIComponent).join('/')
  return `https://portal.azure.com/#@${encodeURIComponent(tenantId ?? '')}/resource${path}`
}
