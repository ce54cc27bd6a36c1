import type { SignInNeed } from './account.ts'

/** The same for the same need, however often it is made anew, and met in vain. */
export function needKey({ why, tenantId, claims }: SignInNeed): string {
  return [why, tenantId ?? '', claims ?? ''].join(' ')
}

/**
 * What a need stops, as one sentence.
 * @param directory the name of a directory, by its id
 */
export function needSentence(need: SignInNeed, directory: (tenantId: string) => string): string {
  const where = need.tenantId === undefined ? '' : ` of directory ${directory(need.tenantId)}`
  if (need.again)
    return `Azure still does not accept your sign-in, although you have just signed in: nothing more${where} is read or changed. The next sign-in asks you for everything anew.`
  switch (need.why) {
    case 'expired':
      return `Your sign-in has ended: nothing more${where} is read or changed until you sign in.`
    case 'challenge':
      return `Azure asks for more proof of who you are: nothing more${where} is read or changed until you sign in.`
    case 'tenant':
      return `${need.tenantId === undefined ? 'Your directory' : `Directory ${directory(need.tenantId)}`} asks for a sign-in of its own: nothing more of it is read or changed until you sign in to it.`
    default:
      return need.why satisfies never
  }
}
