const FOCUSABLE = [
  '[aria-invalid="true"]',
  'input:checked',
  'input:not([type="radio"])',
  'select',
  'textarea',
  'button',
  'input',
]

/**
 * Leads to a field by the id of its place, also where it is folded away. A place that is not drawn by itself is looked for above:
 * `sites.0.values.prefixes.2` is in `sites.0.values.prefixes`.
 */
export function goToField(field: string): void {
  const place = document.getElementById(field)
  if (!place) {
    const cut = field.lastIndexOf('.')
    if (cut > 0) goToField(field.slice(0, cut))
    return
  }
  for (let fold = place.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true
  const target = FOCUSABLE.map((one) =>
    place.matches(one) ? place : place.querySelector<HTMLElement>(one),
  ).find((one) => one !== null)
  target?.focus()
  place.scrollIntoView({ block: 'center' })
}
