import { readCertificate } from '../../lib/certificate.ts'
import { isJsonObject, type JsonObject } from '../../lib/json.ts'
import { itemsIn, listChanges, type ListRow, type RowProblem } from './client-lists.ts'
import { type MemberChange, memberAt } from './edit.ts'
import { isPrivateKey, isPublicData } from './public-data.ts'

const ROOTS = 'vpnClientRootCertificates'
const REVOKED = 'vpnClientRevokedCertificates'

/** A root certificate: of those there are only the name is shown; of a new one its public data is typed in base64. */
export type TypedRoot = ListRow & {
  name: string
  data: string
}

/** A client certificate that may no longer connect. */
export type TypedRevoked = ListRow & {
  name: string
  thumbprint: string
}

export function typedRootsOf(body: JsonObject): TypedRoot[] {
  return itemsIn(body, ROOTS).map((item, key) => ({ key, was: nameOf(item), name: nameOf(item), data: '' }))
}

export function typedRevokedOf(body: JsonObject): TypedRevoked[] {
  return itemsIn(body, REVOKED).map((item, key) => ({
    key,
    was: nameOf(item),
    name: nameOf(item),
    thumbprint: textOf(item, 'thumbprint'),
  }))
}

/** The public data of the root certificate of this name, as Azure has it. */
export function rootDataOf(body: JsonObject, name: string): string {
  const item = itemsIn(body, ROOTS).find((one) => nameOf(one) === name)
  return item === undefined ? '' : textOf(item, 'publicCertData')
}

export function rootChanges(body: JsonObject, rows: readonly TypedRoot[]): MemberChange[] {
  return listChanges(body, ROOTS, rows, {
    nameOf,
    itemOf: ({ name, data }, before) =>
      before ?? { name: name.trim(), properties: { publicCertData: data.replace(/\s+/g, '') } },
  })
}

export function revokedChanges(body: JsonObject, rows: readonly TypedRevoked[]): MemberChange[] {
  return listChanges(body, REVOKED, rows, {
    nameOf,
    itemOf: ({ name, thumbprint }, before) =>
      before ?? { name: name.trim(), properties: { thumbprint: plainThumbprint(thumbprint) } },
  })
}

export function rootProblem(row: TypedRoot, all: readonly TypedRoot[]): RowProblem | undefined {
  if (row.was !== undefined) return undefined
  const { data } = row
  if (isPrivateKey(data))
    return {
      part: 'data',
      text: 'This is a private key, and Azure needs the public certificate alone. Nothing of it was sent or stored; paste the base64 text of the certificate.',
    }
  if (!isPublicData(data))
    return { part: 'data', text: 'Paste the base64 text between the BEGIN and END lines.' }
  if (data.trim() === '') return { part: 'data', text: 'Paste the public data of the certificate.' }
  if (readCertificate(data) === undefined)
    return {
      part: 'data',
      text: 'This is no whole certificate: paste all the base64 text between its BEGIN and END lines.',
    }
  return nameProblem(row, all)
}

/** A SHA-1 thumbprint has 40 hexadecimal digits, as Windows and Azure show it. */
export function revokedProblem(row: TypedRevoked, all: readonly TypedRevoked[]): RowProblem | undefined {
  if (row.was !== undefined) return undefined
  const thumbprint = plainThumbprint(row.thumbprint)
  if (!/^[0-9A-F]{40}$/.test(thumbprint))
    return { part: 'thumbprint', text: 'A thumbprint has 40 hexadecimal digits.' }
  const twin = all.find((one) => one !== row && plainThumbprint(one.thumbprint) === thumbprint)
  if (twin !== undefined) return { part: 'thumbprint', text: `${twin.name || 'Another row'} has it already.` }
  return nameProblem(row, all)
}

function nameProblem(
  row: ListRow & { name: string },
  all: readonly (ListRow & { name: string })[],
): RowProblem | undefined {
  const name = row.name.trim().toLowerCase()
  if (name === '') return { part: 'name', text: 'Give it a name.' }
  return all.some((one) => one !== row && one.name.trim().toLowerCase() === name)
    ? { part: 'name', text: 'Another one has this name.' }
    : undefined
}

function plainThumbprint(text: string): string {
  return text.replace(/[\s:\u200e]+/g, '').toUpperCase()
}

function nameOf({ name }: JsonObject): string {
  return typeof name === 'string' ? name : ''
}

function textOf({ properties }: JsonObject, member: string): string {
  const value = isJsonObject(properties) ? memberAt(properties, [member]) : undefined
  return typeof value === 'string' ? value : ''
}
