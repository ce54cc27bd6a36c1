/** What a rule that several wizards share finds; the wizard says where it is shown and what a click sets. */
export interface Finding {
  /** As its source names it, `VAL-GW-04`, or a short name of its own. */
  rule: string
  is: 'error' | 'advice'
  text: string
  /** What a click puts in its place. */
  instead?: Instead
}

export interface Instead {
  /** `Use 10.20.255.0/27` */
  label: string
  value: string
}

export function finding(is: Finding['is'], rule: string, text: string, instead?: Instead): Finding {
  return { rule, is, text, ...(instead && { instead }) }
}

export function using(value: string | undefined): Instead | undefined {
  return value === undefined || value === '' ? undefined : { label: `Use ${value}`, value }
}
