import { contoso } from '../../src/emulator/estates/contoso/contoso.ts'
import { empty } from '../../src/emulator/estates/empty.ts'

/** Estates without locks: nothing keeps what is made from being made, or from being deleted again. */
export const UNLOCKED = { estates: [{ ...contoso, locks: undefined }, empty] }
