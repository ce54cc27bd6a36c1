import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import type { LoggedBody, LoggedRequest } from '../requests/logged-request.ts'
import { azRest, type ShellName } from './az-rest.ts'

const ARM = 'https://management.azure.com'
const HUB = `${ARM}/subscriptions/s/resourceGroups/r/providers/Microsoft.Network/virtualHubs/h`

function request(method: string, url: string, body: LoggedBody = { is: 'none' }): LoggedRequest {
  return {
    id: 1,
    at: 0,
    waited: 0,
    attempt: 1,
    method,
    url,
    headers: { authorization: 'Bearer MARKER' },
    body,
    outcome: { is: 'waiting' },
  }
}

const wellFormed = (text: string) => text.replace(/[\ud800-\udfff]/gu, '\ufffd')

describe('azRest', () => {
  test.each<[string, LoggedRequest, ShellName, string]>([
    [
      'a read',
      request('GET', `${HUB}?api-version=2025-05-01`),
      'bash',
      `az rest --method get --url '${HUB}?api-version=2025-05-01'`,
    ],
    [
      'a read, the query apart',
      request('GET', `${ARM}/subscriptions/s/resources?$filter=type%20eq%20'x'&api-version=1`),
      'PowerShell',
      `az rest --method get --url '${ARM}/subscriptions/s/resources' --url-parameters '$filter=type eq ''x''' 'api-version=1'`,
    ],
    [
      'a read whose filter needs quoting',
      request('GET', `${ARM}/subscriptions/s/resources?$filter=type%20eq%20'x'`),
      'bash',
      `az rest --method get --url '${ARM}/subscriptions/s/resources?$filter=type%20eq%20'\\''x'\\'''`,
    ],
    [
      'a write',
      request('PUT', HUB, { is: 'json', json: { tags: { a: "it's ü" } } }),
      'bash',
      `az rest --method put --url '${HUB}' --body '{"tags":{"a":"it'\\''s \\u00fc"}}'`,
    ],
    [
      'a write through the pipe',
      request('PUT', HUB, { is: 'json', json: { tags: { a: "it's ’" } } }),
      'PowerShell',
      `'{"tags":{"a":"it''s \\u2019"}}' | az rest --method put --url '${HUB}' --body '@-'`,
    ],
    [
      'what the Command Prompt would act on stays encoded',
      request('GET', `${HUB}?a=%22%20%26%20calc%20%26%20%22`),
      'PowerShell',
      `az rest --method get --url '"${HUB}?a=%22%20%26%20calc%20%26%20%22"'`,
    ],
  ])('%s', (_, logged, shell, command) => expect(azRest(logged, shell).command).toBe(command))

  test('says what has to be filled in, and holds no header', () => {
    const put = request('PUT', `${HUB}?t=…&api-version=1`, {
      is: 'json',
      json: { properties: { sharedKey: '<shared key>', other: '<shared key>', tag: 'a < b > c' } },
    })
    for (const shell of ['bash', 'PowerShell'] as const) {
      const { command, placeholders } = azRest(put, shell)
      expect(placeholders).toEqual(['<cut>', '<shared key>'])
      expect(command).not.toContain('MARKER')
    }
    const lost = request('PUT', HUB, { is: 'notKept', why: 'long', characters: 1e6 })
    expect(azRest(lost, 'bash')).toEqual({
      command: `az rest --method put --url '${HUB}' --body '<body>'`,
      placeholders: ['<body>'],
    })
  })

  const hostile = [
    "'; touch /x; '",
    '$(id)',
    '`id`',
    '"; id; "',
    'a\nb\r\nc',
    String.raw`\'`,
    '!!',
    '‘id’ ; ‚x‛',
    '\u202eabc\u0000',
    '\ud800',
    '& calc & | % ^ <x>',
  ]

  test.each(hostile)('bash hands over %j unchanged, in one argument', (text) => {
    const json = { tags: { [text]: text } }
    const logged = request('PUT', `${HUB}/${encodeURI(wellFormed(text))}?x=${text}`, { is: 'json', json })
    const { command } = azRest(logged, 'bash')
    const said = execFileSync('bash', ['-c', `az() { printf '%s\\0' "$@"; }; ${command}`], {
      encoding: 'utf8',
    })
    const [rest, , method, , url, , body, end] = said.split('\0')
    expect([rest, method, end]).toEqual(['rest', 'put', ''])
    expect(JSON.parse(body ?? '')).toEqual(json)
    expect(url).toMatch(/^[\x21-\x7e]+$/)
  })

  test.each(hostile)('PowerShell’s literals end where they should with %j', (text) => {
    const logged = request('PUT', `${HUB}?x=${text}&y=${encodeURIComponent(wellFormed(text))}`, {
      is: 'json',
      json: { tags: { [text]: text } },
    })
    const { command } = azRest(logged, 'PowerShell')
    // Taken out as PowerShell reads them, no text is left outside its literals.
    const outside = command.replaceAll(
      /['\u2018-\u201b](?:[^'\u2018-\u201b]|['\u2018-\u201b]{2})*['\u2018-\u201b]/g,
      'L',
    )
    expect(outside).toMatch(/^L \| az rest --method put --url L( --url-parameters( L)+)? --body L$/)
    expect(command).not.toMatch(/[\r\n\0]/)
  })
})
