import type { Json } from '../../lib/json.ts'
import { readRequestAddress } from '../requests/address.ts'
import type { LoggedRequest } from '../requests/logged-request.ts'

export type ShellName = 'bash' | 'PowerShell'

/** A command and the placeholders in it that have to be filled in: `<shared key>`. */
export interface AzRest {
  command: string
  placeholders: string[]
}

/** Cut from an address, see `LoggedRequest.url`. */
const CUT = '…'

/**
 * A logged request as a command of the Azure CLI, which adds its own token. Nothing in it is expanded or split by the
 * shell, whatever text is in it. (Azure CLI reference, az rest; "Quoting issues with PowerShell" of the Azure CLI.)
 */
export function azRest(
  { method, url, body }: Pick<LoggedRequest, 'method' | 'url' | 'body'>,
  shell: ShellName,
): AzRest {
  const address = printable(url).replaceAll(CUT, '<cut>')
  const json = body.is === 'json' ? asciiJson(body.json) : undefined
  const lost = body.is === 'notKept' ? ` --body '<body>'` : ''
  const command =
    (shell === 'bash' ? inBash(method, address, json) : inPowerShell(method, address, json)) + lost
  const placeholders = [...`${address} ${json ?? ''}${lost}`.matchAll(/<[A-Za-z][\w -]{0,80}>/g)]
  return { command, placeholders: [...new Set(placeholders.map(([found]) => found))] }
}

function inBash(method: string, url: string, json: string | undefined): string {
  const body = json === undefined ? '' : ` --body ${bashQuoted(json)}`
  return `az rest --method ${verbOf(method)} --url ${bashQuoted(url)}${body}`
}

/**
 * On Windows `az` is a batch file: after PowerShell the Command Prompt reads the line again, which loses double quotes
 * and ends it at `&`. So the query is given in parts, and the body comes through the pipe.
 */
function inPowerShell(method: string, url: string, json: string | undefined): string {
  const command = `az rest --method ${verbOf(method)} ${powerShellAddress(url)}`
  return json === undefined ? command : `${powerShellQuoted(json)} | ${command} --body '@-'`
}

function powerShellAddress(url: string): string {
  const [address = ''] = url.split('?')
  const query = readRequestAddress(url).query.map(({ name, value }) => `${name}=${value}`)
  // What the Command Prompt would act on stays encoded, between double quotes that reach it.
  if (query.some((part) => /["&|<>^%!\p{Cc}]/u.test(part.replaceAll('<cut>', ''))))
    return `--url ${powerShellQuoted(`"${url}"`)}`
  const parameters = query.length > 0 ? ` --url-parameters ${query.map(powerShellQuoted).join(' ')}` : ''
  return `--url ${powerShellQuoted(address)}${parameters}`
}

/** Only letters: the method is written without quotes. */
function verbOf(method: string): string {
  return method.toLowerCase().replace(/[^a-z]/g, '')
}

function bashQuoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}

/** PowerShell takes the typographic quotes for quotes, too. */
function powerShellQuoted(text: string): string {
  return `'${text.replace(/['\u2018-\u201b]/g, '$&$&')}'`
}

/** Pipes and code pages of old shells carry nothing but ASCII. */
function asciiJson(json: Json): string {
  return JSON.stringify(json).replace(
    /[\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** A URL has no blanks, quotes, brackets, controls, and nothing beyond ASCII; hostile text may. */
function printable(url: string): string {
  return url
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
    .replace(/[^\u0021-\u007e…]|["<>\\^`{|}]/gu, (character) => encodeURIComponent(character))
}
