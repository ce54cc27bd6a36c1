import { useMedia } from '../../ui/use-media.ts'
import { readStored, writeStored } from '../stored.ts'
import { createValue, useValue } from '../value.ts'

export type Shade = 'light' | 'dark'

/** `undefined`: as the system says. */
const choice = createValue<Shade | undefined>(readChoice(), (shade) => {
  writeStored('theme', shade)
  if (shade) document.documentElement.dataset['theme'] = shade
  else delete document.documentElement.dataset['theme']
})

function readChoice(): Shade | undefined {
  const stored = readStored('theme')
  return stored === 'light' || stored === 'dark' ? stored : undefined
}

const DARK = '(prefers-color-scheme: dark)'

export function useShade(): Shade {
  const system: Shade = useMedia(DARK) ? 'dark' : 'light'
  return useValue(choice) ?? system
}

/** To the other shade; back at what the system says, the system leads again. */
export function switchTheme(): void {
  const system: Shade = window.matchMedia(DARK).matches ? 'dark' : 'light'
  const next: Shade = (choice.get() ?? system) === 'dark' ? 'light' : 'dark'
  choice.set(next === system ? undefined : next)
}
