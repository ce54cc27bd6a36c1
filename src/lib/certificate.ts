/** What a certificate says of itself, as far as it can be read. */
export interface CertificateFacts {
  /** Milliseconds since the epoch. */
  notAfter: number
}

interface Element {
  tag: number
  /** Of the content, and just behind it. */
  start: number
  end: number
}

/**
 * When an X.509 certificate ends (RFC 5280, 4.1).
 * @param base64 DER, with or without the lines around it
 * @returns `undefined` where the text is no certificate
 */
export function readCertificate(base64: string): CertificateFacts | undefined {
  const bytes = bytesOf(base64.replaceAll(/-----[^-]+-----|\s/g, ''))
  const whole = bytes && elementAt(bytes, 0)
  const body = whole && elementAt(bytes, whole.start)
  if (!body) return undefined
  // The version, when there is one, comes before serial number, algorithm, issuer and validity.
  const parts = elementsIn(bytes, body)
  const first = parts[0]?.tag === 0xa0 ? 1 : 0
  const validity = parts[first + 3]
  const [, notAfter] = validity ? elementsIn(bytes, validity) : []
  const at = notAfter && timeOf(bytes, notAfter)
  return at === undefined ? undefined : { notAfter: at }
}

function bytesOf(base64: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  } catch {
    return undefined
  }
}

function elementAt(bytes: Uint8Array, at: number): Element | undefined {
  const tag = bytes[at]
  const first = bytes[at + 1]
  if (tag === undefined || first === undefined) return undefined
  const more = first < 0x80 ? 0 : first & 0x7f
  if (more > 4) return undefined
  let length = more === 0 ? first : 0
  for (const byte of bytes.slice(at + 2, at + 2 + more)) length = length * 256 + byte
  const start = at + 2 + more
  return start + length <= bytes.length ? { tag, start, end: start + length } : undefined
}

function elementsIn(bytes: Uint8Array, { start, end }: Element): Element[] {
  const found: Element[] = []
  for (let at = start; at < end;) {
    const element = elementAt(bytes, at)
    if (!element) break
    found.push(element)
    at = element.end
  }
  return found
}

/** UTCTime has two digits for the year, from 1950 on; GeneralizedTime four. */
function timeOf(bytes: Uint8Array, { tag, start, end }: Element): number | undefined {
  const text = String.fromCharCode(...bytes.slice(start, end))
  const digits = tag === 0x17 ? `${Number(text.slice(0, 2)) < 50 ? 20 : 19}${text}` : text
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(digits) ?? []
  if (second === undefined) return undefined
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
}
