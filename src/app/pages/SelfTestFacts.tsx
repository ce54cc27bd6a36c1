import type { ReactNode } from 'react'
import { type Deployment, directoryWords } from '../../model/deployment.ts'
import { exactTime } from '../../model/format.ts'
import type { BrowserFacts } from '../../model/self-test/findings.ts'
import type { TokenFacts } from '../../model/self-test/reading.ts'
import styles from './SelfTest.module.css'

/** What the token says of itself. The token is not here, and nowhere on the page. */
export function TokenSection({ token }: { token: TokenFacts }) {
  switch (token.is) {
    case 'none':
      return null
    case 'opaque':
      return (
        <Section name="The token">
          <Facts
            rows={[
              ['Ends', endOf(token.expiresAt)],
              ['Content', 'Can not be read'],
            ]}
          />
        </Section>
      )
    case 'read':
      return (
        <Section name="The token">
          <Facts
            rows={[
              ['Ends', endOf(token.expiresAt)],
              ['Audience', token.audience],
              ['Directory', token.tenantId],
              ['Issuer', token.issuer],
              ['Client id', token.clientId],
              ['Permissions', token.scopes.join(', ') || undefined],
            ]}
          />
        </Section>
      )
    default:
      return token satisfies never
  }
}

/** The demo's token has no end that is a date. */
function endOf(at: number): string {
  return at >= 8_640_000_000_000_000 ? 'Never' : exactTime(at)
}

interface SetUpSectionProps {
  deployment: Deployment | undefined
  /** Where the app is served, to the last slash. */
  address: string
}

/** The configuration in force. */
export function SetUpSection({ deployment, address }: SetUpSectionProps) {
  if (!deployment) {
    return (
      <Section name="What this app is set up for">
        <p className={styles.note}>The demo: config.json names no client id, so nobody signs in.</p>
      </Section>
    )
  }
  const { clientId, cloud } = deployment
  return (
    <Section name="What this app is set up for">
      <Facts
        rows={[
          ['Cloud', cloud.title],
          ['Client id', clientId],
          ['Directory', directoryWords(deployment)],
          ['Resource Manager', cloud.armEndpoint],
          ['Sign-in page', cloud.authorityHost],
          ['Token asked for', cloud.scope],
          ['Redirect URI', address],
        ]}
      />
    </Section>
  )
}

/** What the browser lets the app keep, and what cannot be told from here. */
export function BrowserSection({ browser }: { browser: BrowserFacts }) {
  return (
    <Section name="This browser">
      <Facts
        rows={[
          ['Served securely', yes(browser.secure)],
          ['Network', browser.online ? 'Yes' : 'The browser says it has none'],
          ['Cookies', browser.cookies ? 'Yes, of this app' : 'Blocked'],
          ['Session storage', kept(browser.sessionStorage, 'the sign-in')],
          ['Local storage', kept(browser.localStorage, 'preferences and chosen subscriptions')],
          ['Database', kept(browser.indexedDb, 'larger things')],
        ]}
      />
      <p className={styles.note}>
        Whether the browser blocks cookies of other sites cannot be told from here. Where it does, a sign-in
        is not renewed without you once its renewal has ended, and the app asks you to sign in to continue.
      </p>
    </Section>
  )
}

function yes(is: boolean): string {
  return is ? 'Yes' : 'No'
}

function kept(is: boolean, what: string): string {
  return is ? `Keeps ${what}` : `Blocked: ${what} last as long as the page`
}

function Section({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className={styles.section} aria-label={name}>
      <h2 className={styles.title}>{name}</h2>
      {children}
    </section>
  )
}

function Facts({ rows }: { rows: readonly (readonly [string, string | undefined])[] }) {
  return (
    <dl className={styles.facts}>
      {rows.map(([name, value]) => (
        <div key={name} className={styles.fact}>
          <dt>{name}</dt>
          <dd>
            <bdi>{value ?? 'Not said'}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}
