import { useEffect, useEffectEvent } from 'react'
import { onBeforeLeaving } from './before-leaving.ts'

/**
 * For a form: `save` is called before the page is left, always with what the form holds then.
 * @param typed whether there is anything to keep
 */
export function useBeforeLeaving(typed: boolean, save: () => void | Promise<void>): void {
  const latest = useEffectEvent(save)
  // The registry is outside React: whoever leaves the page knows no form.
  useEffect(() => (typed ? onBeforeLeaving(() => latest()) : undefined), [typed])
}
