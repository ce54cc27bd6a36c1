/** What one role assignment in effect gives at a scope (ARM contract 12.6). Text is ARM's and may be anything. */
export interface Permission {
  actions: readonly string[]
  /** Taken out of `actions` of this element alone: another one may give it back. */
  notActions: readonly string[]
}

/**
 * Whether some element names the action and does not take it out again (ARM contract 12.6).
 * @param action in full, without wildcards: `Microsoft.Network/connections/write`
 */
export function grants(permissions: readonly Permission[], action: string): boolean {
  return permissions.some(
    ({ actions, notActions }) =>
      actions.some((pattern) => matches(pattern, action)) &&
      !notActions.some((pattern) => matches(pattern, action)),
  )
}

/** `*` stands for any run of characters, slashes and none included; case does not count. */
export function matches(pattern: string, action: string): boolean {
  const [first = '', ...rest] = pattern.toLowerCase().split('*')
  const text = action.toLowerCase()
  const last = rest.pop()
  if (last === undefined) return text === first
  if (!text.startsWith(first)) return false
  // The soonest fit of each piece leaves most room for those after it. No regular expression: a pattern is ARM's text.
  let from = first.length
  for (const piece of rest) {
    const found = text.indexOf(piece, from)
    if (found === -1) return false
    from = found + piece.length
  }
  return text.length - last.length >= from && text.endsWith(last)
}
