/**
 * Whether an address's fragment is the provider's answer: `#code=…&state=…` or `#error=…&state=…` (OAuth 2.0, sections
 * 4.1.2 and 4.1.2.1, in the fragment). Loaded with the first page, so it stands alone.
 */
export function isAnswer(hash: string): boolean {
  const answer = new URLSearchParams(hash.replace(/^#/, ''))
  return answer.has('state') && (answer.has('code') || answer.has('error'))
}
