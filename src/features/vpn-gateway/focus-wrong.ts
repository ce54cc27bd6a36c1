/** Leads to the first field that is wrong, also where it is folded away. */
export function focusWrong(part: HTMLElement | null): void {
  const field = part?.querySelector<HTMLElement>('[aria-invalid="true"]')
  const folded = field?.closest('details')
  if (folded) folded.open = true
  field?.focus()
}

/** Why a button waits while a change of the same is on its way. */
export const UNDER_WAY = {
  what: 'A change of this is under way, or waits for its turn.',
  remedy: 'Wait until it has ended, or choose "Do not send" where that is offered.',
}
