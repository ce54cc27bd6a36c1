/** Whether a text can be the public data of a certificate, or is empty: then it may be stored. */
export function isPublicData(text: string): boolean {
  return /^[A-Za-z0-9+/\s]*=*\s*$/.test(text) && !isPrivateKey(text)
}

/** By its lines, or by how its bytes begin (PKCS #1, PKCS #8 and SEC 1): a certificate has a sequence there. */
export function isPrivateKey(text: string): boolean {
  if (/PRIVATE KEY/i.test(text)) return true
  const start = text.replace(/\s+/g, '').slice(0, 24)
  if (!/^[A-Za-z0-9+/]{24}$/.test(start)) return false
  const bytes = Uint8Array.from(atob(start), (one) => one.charCodeAt(0))
  const at = inside(bytes, 0)
  if (at === undefined) return false
  if (bytes[at] === INTEGER) return true
  // An encrypted one begins with how it is encrypted.
  const inner = inside(bytes, at)
  return inner !== undefined && bytes[inner] === OBJECT_IDENTIFIER
}

const SEQUENCE = 0x30
const INTEGER = 0x02
const OBJECT_IDENTIFIER = 0x06

/** Where the contents of a DER sequence begin (X.690, 8.1.3). */
function inside(bytes: Uint8Array, at: number): number | undefined {
  const length = bytes[at + 1]
  if (bytes[at] !== SEQUENCE || length === undefined) return undefined
  return at + 2 + (length < 0x80 ? 0 : length - 0x80)
}
