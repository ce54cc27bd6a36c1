/** The keys of a draft to be copied: one where all are the same. */
export function handedKeys(
  keys: Readonly<Record<string, string>> | undefined,
): { label: string; key: string }[] {
  const distinct = [...new Set(Object.values(keys ?? {}).filter((one) => one !== ''))]
  return distinct.map((key, index) => ({
    label: distinct.length === 1 ? 'Copy key' : `Copy key of site ${index + 1}`,
    key,
  }))
}
