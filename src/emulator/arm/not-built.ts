/** Filled from the coverage table. */
export const NOT_BUILT: [operation: string, method: string, path: string][] = []
