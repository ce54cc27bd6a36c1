/** What every write says of itself before it is sent. Plain data without secrets: it is shown, queued, kept and listed. */
export interface WriteFacts {
  /** ARM id of the resource it is about. */
  id: string
  name: string
  /**
   * Which form or button it is of; one that makes several writes of a resource adds to it, `nat-rules/dallas`. A newer write of the same resource and topic takes the place
   * of one that was not sent; a form finds its own by it.
   */
  topic: string
  /** Goes on after "change": `the tags of vgw-weu-prod`; of an action or a removal a whole order: `Reset vgw-weu-prod`. */
  what: string
  /** What else it does, as sentences for the one who decides. */
  effect: string
  /** The right it needs, in ARM's spelling. */
  action: string
  /** Keys of what no other write may hold meanwhile: see `heldBy`. */
  holds: readonly string[]
  /** ARM id of the virtual hub that has to be ready before it is sent (Virtual WAN document 2.2): see `heldInHub`. */
  hub?: string
}
