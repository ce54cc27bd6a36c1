import { useEffect, useEffectEvent } from 'react'

const savers = new Set<() => void | Promise<void>>()

/** Keeps a form's draft before the page is left for a sign-in. Registered for as long as something typed is on the page. */
export function onBeforeLeaving(save: () => void | Promise<void>): () => void {
  savers.add(save)
  return () => savers.delete(save)
}

/** @throws what the first form that could not keep its draft threw: then the page must not be left */
export async function saveBeforeLeaving(): Promise<void> {
  await Promise.all([...savers].map((save) => save()))
}

/** Whether something typed stands on the page that signing out would lose. */
export function somethingTyped(): boolean {
  return savers.size > 0
}

/**
 * For a form: `save` is called before the page is left, always with what the form holds then.
 * @param typed whether there is anything to keep
 */
export function useBeforeLeaving(typed: boolean, save: () => void | Promise<void>): void {
  const latest = useEffectEvent(save)
  // The registry is outside React: whoever leaves the page knows no form.
  useEffect(() => (typed ? onBeforeLeaving(() => latest()) : undefined), [typed])
}
