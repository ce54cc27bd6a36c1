/** What is on its way; each token stands for one who told. */
const onTheirWay = new Set<object>()

/** Something on its way would be lost with the page, until the returned function is called. */
export function wouldBeLost(): () => void {
  const token = {}
  onTheirWay.add(token)
  return () => onTheirWay.delete(token)
}

export function isSomethingOnItsWay(): boolean {
  return onTheirWay.size > 0
}

const savers = new Set<() => void | Promise<void>>()

/** Keeps a form's draft before the page is left for a sign-in. Registered for as long as something typed is on the page. */
export function onBeforeLeaving(save: () => void | Promise<void>): () => void {
  savers.add(save)
  return () => savers.delete(save)
}

/** @throws what the first form that could not keep its draft threw: then the page must not be left */
export async function saveBeforeLeaving(): Promise<void> {
  await Promise.all([...savers].map(async (save) => save()))
}

/** Whether something typed stands on the page that signing out would lose. */
export function somethingTyped(): boolean {
  return savers.size > 0
}
