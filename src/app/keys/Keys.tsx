import { useEffect, useEffectEvent, useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { listPath } from '../../model/list/view.ts'
import { useEstate } from '../../queries/use-estate.ts'
import { setLetterKeys } from '../../ui/letter-keys.ts'
import { overlay } from '../overlay.ts'
import { toggleRequestLog } from '../request-log/open.ts'
import { createKeyReader, isTypingTarget, keysOn, type KeyAction } from './keys.ts'

/** Listens for the keys that work on every page. Draws nothing. */
export function Keys() {
  const navigate = useNavigate()
  const { refresh } = useEstate()
  const [read] = useState(createKeyReader)

  function act(action: KeyAction): boolean {
    switch (action) {
      case 'palette':
        overlay.set({ is: 'palette' })
        return true
      case 'search':
        return focusSearch()
      case 'hub':
        void navigate('/')
        return true
      case 'resources':
        void navigate(listPath())
        return true
      case 'operations':
        void navigate('/operations')
        return true
      case 'refresh':
        refresh()
        return true
      case 'requestLog':
        toggleRequestLog()
        return true
      case 'help':
        overlay.set({ is: 'keys' })
        return true
    }
  }

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat || event.isComposing || !keysOn.get()) return
    const action = read(event, isTypingTarget(event.target), event.timeStamp)
    if (overlay.get().is !== 'none') {
      // The browser has a use of its own for these keys, which nobody means here.
      if (action === 'palette') event.preventDefault()
      return
    }
    if (action && act(action)) event.preventDefault()
  })

  // Keys are the window's, whatever has the focus.
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event)
    window.addEventListener('keydown', listener)
    setLetterKeys(keysOn.get())
    return () => window.removeEventListener('keydown', listener)
  }, [])

  return null
}

/** A page marks its search with `data-search`. */
function focusSearch(): boolean {
  const search = document.querySelector<HTMLInputElement>('input[data-search], [data-search] input')
  search?.focus()
  search?.select()
  return search !== null
}
