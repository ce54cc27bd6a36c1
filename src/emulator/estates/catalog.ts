import { contoso } from './contoso/contoso.ts'
import { empty } from './empty.ts'
import type { Estate } from './estate.ts'

/** The estates one can choose from; the first one is loaded when nothing was chosen. */
export const ESTATES: readonly Estate[] = [contoso, empty]
