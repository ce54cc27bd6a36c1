import type { Json } from '../../lib/json.ts'
import { err, ok, type Result } from '../../lib/result.ts'
import type { HubError } from '../../model/errors.ts'
import type { Azure } from '../azure.ts'
import { object, text } from '../from-wire/read.ts'

/** How the people who get the profile sign in, in Azure's spelling. */
export type ProfileAuthentication = 'EAPTLS' | 'EAPMSCHAPv2'

/**
 * POST generatevpnprofile: Azure makes a profile package and tells where it is. The address is signed, so it is a secret:
 * whoever gets it opens it at once, and keeps it nowhere.
 */
export async function makeClientProfile(
  { ask }: Pick<Azure, 'ask'>,
  id: string,
  authenticationMethod: ProfileAuthentication,
  signal?: AbortSignal,
): Promise<Result<string, HubError>> {
  const answer = await ask.action(
    { id, action: 'generatevpnprofile', body: { authenticationMethod } },
    signal,
  )
  if (!answer.ok) return answer
  const address = addressIn(answer.value)
  return isOfStorage(address) ? ok(address) : err(notAnAddress(id))
}

/** A gateway of a network answers with the address itself, one of a hub with `{ profileUrl }` (recorded). */
function addressIn(answer: Json | undefined): string {
  return typeof answer === 'string' ? answer : (text(object(answer).profileUrl) ?? '')
}

/** The last is the emulator's: a name that leads nowhere (RFC 2606). */
const STORAGE =
  /\.blob((\.[a-z0-9-]+)?\.core\.(windows\.net|usgovcloudapi\.net|chinacloudapi\.cn)|\.storage\.example)$/

/** Of Azure storage, in any cloud: nothing else is opened. */
function isOfStorage(address: string): boolean {
  const url = URL.parse(address)
  return url?.protocol === 'https:' && STORAGE.test(url.hostname)
}

/** What came instead is not said: it may be a secret all the same. */
function notAnAddress(target: string): HubError {
  return {
    kind: 'server',
    code: 'UnreadableAnswer',
    message: 'What Azure answered is no address of a file in Azure storage, so it was not opened.',
    target,
    details: [],
  }
}
