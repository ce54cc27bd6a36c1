import { useMedia } from '../../ui/use-media.ts'
import { readStored, writeStored } from '../stored.ts'
import { createValue, useValue } from '../value.ts'

/** Whether the person folded the navigation. Below 1100 there is no room and no choice. */
const folded = createValue(readStored('navigation') === 'folded', (is) => {
  writeStored('navigation', is ? 'folded' : undefined)
  if (is) document.documentElement.dataset['navigation'] = 'folded'
  else delete document.documentElement.dataset['navigation']
})

export function useFolded(): boolean {
  const narrow = useMedia('(max-width: 1099.9px)')
  const chosen = useValue(folded)
  return narrow || chosen
}

export function toggleFold(): void {
  folded.set(!folded.get())
}
