/** What a field of Fluent's shows of a problem. */
export function about(
  problems: readonly { field: string; is: 'error' | 'advice'; text: string }[],
  field: string,
) {
  const found = problems.find((one) => one.field === field && one.is === 'error')
  const any = found ?? problems.find((one) => one.field === field)
  const state = any === undefined ? 'none' : any.is === 'error' ? 'error' : 'warning'
  return { validationState: state, validationMessage: any?.text } as const
}
