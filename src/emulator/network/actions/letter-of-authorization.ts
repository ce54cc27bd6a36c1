import { ok, type Answer } from '../../arm/answer.ts'
import { segment, type Exchange } from '../../arm/exchange.ts'
import { groupOf } from '../../arm/group-of.ts'
import { groupNotFound, resourceNotFound } from '../../arm/refusals.ts'
import { isObject, objectAt, objectsAt, textAt } from '../../wire/read.ts'
import { find } from '../find.ts'
import type { Route } from '../routes.ts'
import { unreadable } from './start.ts'

/** POST generateLoa: at once, the letter as base64 (azure-cli recording 2021, its content cut there). */
export function letterRoutes(group: string): Route[] {
  return [{ method: 'POST', path: `${group}/expressrouteports/:n/generateloa`, answer: letter }]
}

function letter(exchange: Exchange): Answer {
  if (groupOf(exchange) === undefined) return groupNotFound(segment(exchange, 3))
  const port = find(exchange, `/${exchange.segments.slice(0, 8).join('/')}`)
  if (port === undefined)
    return resourceNotFound('expressRoutePorts', segment(exchange, 7), segment(exchange, 3))
  const customer = isObject(exchange.body) ? textAt(exchange.body.customerName) : undefined
  if (customer === undefined || customer.trim() === '') return unreadable()
  const links = objectsAt(port.properties.links).map(({ name, properties }) => {
    const { routerName, interfaceName, patchPanelId, rackId } = objectAt(properties)
    return [name, routerName, interfaceName, patchPanelId, rackId]
      .flatMap((one) => textAt(one) ?? [])
      .join(', ')
  })
  const lines = [
    'Letter of Authorization',
    `Customer: ${customer}`,
    `Location: ${textAt(port.properties.peeringLocation) ?? ''}`,
    ...links,
    'Made up by an emulator: no cross connect can be ordered with it.',
  ]
  return ok({ encodedContent: btoa(pdfOf(lines)) })
}

/** The smallest PDF with a page of text. */
function pdfOf(lines: readonly string[]): string {
  const shown = lines.map((line) => `(${plain(line)}) Tj T*`).join('\n')
  const stream = `BT /F1 12 Tf 16 TL 60 740 Td\n${shown}\nET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let text = '%PDF-1.4\n'
  const starts = objects.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${starts.join('')}`
  return `${text}${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
}

/** What a string of a PDF carries without an encoding of its own. */
function plain(text: string): string {
  return text.replace(/[^ -~]+/g, ' ').replace(/[\\()]/g, (sign) => `\\${sign}`)
}
