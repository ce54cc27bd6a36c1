const LONGEST = 500

/**
 * ARM's words made fit to show: ids cut to what differs, operation addresses cut, keys masked to their last four
 * characters, .NET type names dropped. Messages hold full ids and service keys on the real service.
 */
export function masked(message: string): string {
  const text = keysMasked(message)
    .replace(/System\.[\w.]+`\d\[[^\]]*\]+/g, '…')
    .replace(/https:\/\/[^\s'"]+\/(?:operations|operationResults|operationStatuses)\/[^\s'",]+/gi, '…')
    .replace(
      /\/subscriptions\/[0-9a-f-]{36}\/resourceGroups\/[^/\s'"]+\/providers\/Microsoft\.\w+\/([^\s'",)]+)/gi,
      (_, rest: string) => rest,
    )
    .trim()
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}

/** A text with its signatures cut and keys masked to their last four characters; the rest stays. */
export function keysMasked(text: string): string {
  return text
    .replace(/([?&](?:sig|se|sp|sv|sr|st|s|c|h|t)=)[^&\s'"]+/gi, '$1…')
    .replace(
      /((?:service|shared|authorization|pre-?shared)\s?key\s*(?:is|=|:)?\s*['"]?)([\w\-+/=]{8,})/gi,
      (_, words: string, key: string) => `${words}…${key.slice(-4)}`,
    )
}
