import { createValue } from '../value.ts'

/** How many operations run; zero until what knows them is loaded. */
export const runningCount = createValue(0)
