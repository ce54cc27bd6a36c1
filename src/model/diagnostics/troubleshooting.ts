import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts'
import type { TabId } from '../resources/tabs.ts'

/** What a run of VPN troubleshoot came to. Every text is Azure's, and may be anything. */
export interface Troubleshooting {
  /** `Healthy`, `UnHealthy`. */
  code: string
  from?: string
  until?: string
  findings: Finding[]
}

export interface Finding {
  /** `PeerReachability`; see `FAULTS`. */
  id: string
  summary: string
  detail: string
  /** Whether it is Azure or the user, where it is told. */
  reason: string
  actions: { text: string; uri?: string }[]
}

/** `undefined` where it is no result. Members as recorded and published; the document also says `detailed` (VPN Gateway 6.6). */
export function troubleshootingOf(value: Json | undefined): Troubleshooting | undefined {
  if (!isJsonObject(value) || typeof value.code !== 'string') return undefined
  const { startTime, endTime, code, results } = value
  return {
    code,
    ...(typeof startTime === 'string' && { from: startTime }),
    ...(typeof endTime === 'string' && { until: endTime }),
    findings: objects(results).map((one) => ({
      id: text(one.id),
      summary: text(one.summary),
      detail: text(one.detail) || text(one.detailed),
      reason: text(one.reasonType),
      actions: objects(one.recommendedActions).map(({ actionText, actionUri }) => ({
        text: text(actionText),
        ...(isOfMicrosoft(actionUri) && { uri: actionUri }),
      })),
    })),
  }
}

/** Where on the page to go on, by what was found (fault ids: VPN Gateway 6.6). */
export function tabFor(fault: string): TabId | undefined {
  switch (fault.toLowerCase()) {
    case 'authentication':
      return 'key'
    case 'ikepolicymismatch':
      return 'policy'
    case 'connectionsnotconnected':
    case 'noconnectionsfoundforgateway':
      return 'connections'
    default:
      return undefined
  }
}

/** A link out of a text of the wire: only to where Azure's own advice leads. */
function isOfMicrosoft(uri: Json | undefined): uri is string {
  if (typeof uri !== 'string' || !URL.canParse(uri)) return false
  const { protocol, hostname } = new URL(uri)
  return /^https?:$/.test(protocol) && /(^|\.)(microsoft|azure)\.(com|cn|us)$/i.test(hostname)
}

function objects(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : []
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}
