/** What exactly stood in the way of a request that Azure refused, as far as its answer says. ARM's text, cut to what it can be. */
export type Refusal =
  /** A role lacks the action on the scope; `linked`: on something that the request refers to. */
  | { is: 'right'; action: string; scope?: string; linked: boolean }
  | { is: 'lock'; scopes: string[] }
  | { is: 'policy'; policies: DenyingPolicy[] }
  /** The sign-in is for another directory than the subscription's. */
  | { is: 'tenant'; tenantId?: string }

export interface DenyingPolicy {
  name: string
  /** ARM id of what it is assigned to. */
  scope?: string
  /** What it looked at: `tags[cost-center]`. */
  paths: string[]
}
