import { signOuts, type SignOuts } from './sign-outs.ts'

type Stored = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Where the browser remembers: `session` for this tab, `local` for all of them. Each throws where storage is denied. */
export interface Stores {
  session: () => Stored
  local: () => Stored
}

/** What signing in keeps besides MSAL's own cache. Only the login hint and the count of sign-outs outlive the tab. */
export interface Remembered {
  /** The path to come back to, `/resources?kind=vpnSite`. */
  returnTo: Entry
  /** The directory that a sign-in is to, where that is not the account's own. */
  into: Entry
  /** `out` while this tab is at the provider by itself, `back` after that. */
  bounced: Entry
  /** Set on the way to the provider's sign-out page. */
  ended: Entry
  /** See attempts.ts. */
  signingInFor: Entry
  signedInFor: Entry
  /** Login hint of the last account, for a new tab. */
  lastAccount: Entry
  signOuts: SignOuts
  /** Whether the tab keeps anything over the way to the provider and back: without it no sign-in can end. */
  keeps(): boolean
}

export interface Entry {
  read(): string | undefined
  /** `undefined` forgets. */
  write(value: string | undefined): void
}

/** The name that other tabs see change when somebody signs out. */
export const SIGN_OUTS = 'hub.sign-outs'

export function remembered({ session, local }: Stores): Remembered {
  const probe = entry(session, 'hub.probe')
  return {
    returnTo: entry(session, 'hub.return-to'),
    into: entry(session, 'hub.into'),
    bounced: entry(session, 'hub.bounced'),
    ended: entry(session, 'hub.ended'),
    signingInFor: entry(session, 'hub.signing-in-for'),
    signedInFor: entry(session, 'hub.signed-in-for'),
    lastAccount: entry(local, 'hub.last-account'),
    signOuts: signOuts(entry(local, SIGN_OUTS), entry(session, 'hub.sign-outs-seen')),
    keeps() {
      probe.write('kept')
      const isKept = probe.read() !== undefined
      probe.write(undefined)
      return isKept
    },
  }
}

function entry(store: () => Stored, name: string): Entry {
  return {
    read() {
      try {
        return store().getItem(name) ?? undefined
      } catch {
        return undefined
      }
    },
    write(value) {
      try {
        if (value === undefined) store().removeItem(name)
        else store().setItem(name, value)
      } catch {
        // Nothing is remembered: signing in itself fails then, and says so.
      }
    },
  }
}
