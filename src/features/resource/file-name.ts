/** A name that every file system takes, from text that may be anything. */
export function fileName(name: string, extension: string): string {
  const safe = name
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
    .slice(0, 100)
  return `${safe || 'resource'}.${extension}`
}
