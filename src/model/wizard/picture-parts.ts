/** `notYet`: something about it is still to be filled in or put right. */
export type PartState = 'new' | 'exists' | 'notYet'

export interface PicturePart {
  name: string
  state: PartState
  /** Something about it is wrong and told by now; without, what is not yet possible is only not filled in yet. */
  wrong?: true
  /** Short facts, the address first: `203.0.113.130`, `AS 64710`. */
  facts: readonly string[]
}

const STATES: Record<PartState, string> = { new: 'new', exists: 'exists', notYet: 'not possible yet' }

export function stateWord(state: PartState): string {
  return STATES[state]
}

/** What is in the way of a part. */
export type InTheWay = { told: boolean } | undefined

export function stateOf(otherwise: PartState, inTheWay: InTheWay): Pick<PicturePart, 'state' | 'wrong'> {
  if (!inTheWay) return { state: otherwise }
  return { state: 'notYet', ...(inTheWay.told && { wrong: true }) }
}

/** A part in words, `vgw-weu (VpnGw2AZ, new)`. */
export function saidPart({ name, facts, state }: PicturePart): string {
  return `${name} (${[...facts.filter((one) => one !== ''), stateWord(state)].join(', ')})`
}

/**
 * Finds what is in the way of parts: nothing, or something that may be told by now.
 * @param errors of all steps
 * @param isTold which of them are told by now
 */
export function inTheWayOf<C extends { field: string }>(
  errors: readonly C[],
  isTold: (check: C) => boolean,
): (...places: string[]) => InTheWay {
  return (...places) => {
    const own = errors.filter(({ field }) =>
      places.some((place) => field === place || field.startsWith(`${place}.`)),
    )
    return own.length === 0 ? undefined : { told: own.some(isTold) }
  }
}
