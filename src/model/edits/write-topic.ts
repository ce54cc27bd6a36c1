import { keyOf } from '../paths.ts'
import type { Topic } from './topics.ts'
import type { WriteFacts } from './write-facts.ts'

/** The topic of a write that a form makes of another resource than its own: it is found by both. */
export function topicOf(topic: Topic, formOf: string): string {
  return `${topic}/of${keyOf(formOf)}`
}

/** Whether a form of a resource made a write: of that resource, of a child of it, or of another for its sake. */
export function isOfForm(
  { id, topic }: Pick<WriteFacts, 'id' | 'topic'>,
  formOf: string,
  form: Topic,
): boolean {
  if (topic === topicOf(form, formOf)) return true
  const own = topic === form || (topic.startsWith(`${form}/`) && !topic.startsWith(`${form}/of/`))
  return own && isOrIn(id, formOf)
}

/** Whether an id is a resource's own or that of something that lives in it. */
export function isOrIn(id: string, resource: string): boolean {
  return `${keyOf(id)}/`.startsWith(`${keyOf(resource)}/`)
}
