/** Something a plan's maker has to know about one answer. */
export interface Check<Step extends string, Answers> {
  /** The rule, as its source names it: `VAL-GW-09`, or a short name of its own. */
  rule: string
  step: Step
  /** The field's place in the answers, `gateway.addresses.1`: the form's id, and where Next goes. */
  field: string
  /** `error` keeps Next from going on; `advice` has to be seen and keeps nothing. */
  is: 'error' | 'advice'
  /** What is wrong, to what, and why: `pip-sdc-edge has no zones. A zone-redundant SKU needs an address in zones 1, 2, 3.` */
  text: string
  /** It passes without anybody: what is waited for. */
  waits?: true
  /** What a click puts right. */
  remedy?: { label: string; change: (answers: Answers) => Answers }
}
