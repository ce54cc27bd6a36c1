import type { Source } from '../../model/resources/resource.ts'

const WORDS: Record<Source, string> = {
  get: 'Read from ARM',
  list: 'Read from an ARM list',
  graph: 'Read from Resource Graph',
  write: 'Answered by ARM to a change',
  file: 'Read from an estate file',
}

/** Where what is shown came from: "Read from ARM". */
export function readFrom(source: Source): string {
  return WORDS[source]
}
