import type { Row } from '../list/row.ts'
import type { Service } from '../resources/kinds.ts'
import type { VerdictCounts } from '../status/verdict.ts'

export interface ServiceSummary {
  service: Service
  total: number
  counts: VerdictCounts
}

export interface AttentionItem {
  row: Row
  /** The worst reason, as a sentence with its full stop. */
  reason: string
  /** True when it is here for what another says alone: the sentence does not count it again. */
  repeats: boolean
  /** Where to go on: a verb and an address inside the app. */
  next: { label: string; to: string }
}

export interface HubSummary {
  /** The estate in one sentence, without a full stop: it is the page's heading. */
  sentence: string
  /** How much there is: "88 resources in 3 subscriptions and 5 regions." */
  extent: string
  services: ServiceSummary[]
  /** Worst first, and of one verdict what only repeats its connections last; counted resources only. */
  attention: AttentionItem[]
  /** True when everything was read and nothing is there. */
  empty: boolean
}
