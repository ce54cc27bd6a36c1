/** Whether a request changes nothing: GET and HEAD, and a query of Resource Graph, which is a POST. */
export function isRead({ method, url }: { method: string; url: string }): boolean {
  return method === 'GET' || method === 'HEAD' || (method === 'POST' && isGraphQuery(url))
}

/** @param url absolute */
export function isGraphQuery(url: string): boolean {
  return /^[^?]*\/providers\/Microsoft\.ResourceGraph\/resources(?:\?|$)/i.test(url)
}

/**
 * POSTs that ask and change nothing, by type, in lower case (VPN Gateway 6.2, ARM contract 12.3): the one list of what is sent although read-only is
 * on. What makes a package or a script, or starts a capture, is not among them.
 */
const QUESTIONS: Readonly<Record<string, readonly string[]>> = {
  'microsoft.network/connections': ['getikesas'],
  'microsoft.network/virtualnetworkgateways': [
    'getbgppeerstatus',
    'getlearnedroutes',
    'getadvertisedroutes',
    'getvpnclientconnectionhealth',
    'getresiliencyinformation',
    'getroutesinformation',
    'getfailoveralltestsdetails',
    'getfailoversingletestdetails',
  ],
  // Virtual WAN document 3, 5.3, 7 and 9.4. What writes a file into a storage account is not among them.
  'microsoft.network/virtualhubs': ['effectiveroutes', 'inboundroutes', 'outboundroutes'],
  'microsoft.network/virtualhubs/bgpconnections': ['learnedroutes', 'advertisedroutes'],
  'microsoft.network/vpngateways/vpnconnections/vpnlinkconnections': ['getikesas'],
  'microsoft.network/p2svpngateways': ['getp2svpnconnectionhealth'],
  'microsoft.resources/deployments': ['validate', 'whatif'],
  // ExpressRoute document 6.1.
  'microsoft.network/expressroutecircuits/peerings': ['arptables', 'routetables', 'routetablessummary'],
}

/** @param action `Microsoft.Network/connections/getikesas/action`, in any casing */
export function isQuestionAction(action: string): boolean {
  const [, type = '', verb = ''] = /^(.+)\/([^/]+)\/action$/i.exec(action) ?? []
  return QUESTIONS[type.toLowerCase()]?.includes(verb.toLowerCase()) ?? false
}

/** Whether a request changes nothing: one that reads, or a POST that asks. Other than a reading, a question is not repeated. */
export function changesNothing(request: { method: string; url: string }): boolean {
  if (isRead(request)) return true
  if (request.method !== 'POST') return false
  const [, namespace = '', rest = ''] = /^[^?#]*\/providers\/([^/?#]+)\/([^?#]+)/i.exec(request.url) ?? []
  const parts = rest.split('/')
  // Types and names alternate, and a verb is last; only a table of a circuit names a path after it, `arpTables/primary`.
  const named = parts.length % 2 === 0
  if (named && !/^(primary|secondary)$/i.test(parts.at(-1) ?? '')) return false
  const words = parts.filter((_, index) => index % 2 === 0)
  return isQuestionAction(`${namespace}/${words.join('/')}/action`)
}
