import { FluentProvider } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import './global.css'
import { useShade } from './theme-choice.ts'
import { darkTheme, lightTheme } from './theme.ts'
import styles from './Theme.module.css'

/** Fluent's variables in the shade that the person or the system chose. */
export function Theme({ children }: { children: ReactNode }) {
  return (
    <FluentProvider theme={useShade() === 'dark' ? darkTheme : lightTheme}>
      {/* Not the provider's own class: Fluent would put it on every portal too. */}
      <div className={styles.page}>{children}</div>
    </FluentProvider>
  )
}
