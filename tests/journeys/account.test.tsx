import { screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import { expect, test, vi } from 'vitest'
import { tenant as contosoTenant } from '../../src/emulator/estates/contoso/access.ts'
import { contoso } from '../../src/emulator/estates/contoso/contoso.ts'
import { HubFailure, type HubError } from '../../src/model/errors.ts'
import { resourcePath } from '../../src/model/paths.ts'
import { onBeforeLeaving } from '../../src/queries/before-leaving.ts'
import { visitAs } from '../support/account-app.ts'
import { eventually, heading } from '../support/app.ts'
import { ALEX, SAM, scriptedSession, signedIn } from '../support/session.ts'

const CONSENT: HubError = {
  kind: 'auth',
  code: 'ConsentMissing',
  message: 'This directory has not agreed that the app may use Azure for you.',
  details: [{ code: 'AADSTS65001', message: 'The user or administrator has not consented.' }],
  correlationId: '4c2a6b1e-0000-4000-8000-00000000abcd',
}

function idOf(name: string): string {
  const found = contoso.resources.find(({ id }) => id.endsWith(`/${name}`))
  if (!found) throw new Error(`contoso has no ${name}`)
  return found.id
}

async function says(text: RegExp | string): Promise<void> {
  await waitFor(() => expect(document.body).toHaveTextContent(text), { timeout: 30_000, interval: 100 })
}

/** What floats, or a button of the bar, by its text. */
const floating = (text: RegExp | string) => screen.findByText(text, { selector: 'button, button *, h2' })

async function sound(part: HTMLElement): Promise<void> {
  const { violations } = await axe.run(part, { rules: { 'color-contrast': { enabled: false } } })
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}

/** A page with little on it: the shell and its account are what is looked at. */
const QUIET = '/nowhere'
const quiet = () => heading('There is no page at this address')

test('nobody is signed in: what signing in does, for which cloud, and nothing is read', async () => {
  const session = scriptedSession({ state: { is: 'signedOut' } })
  const { user, requests } = await visitAs(session, '/resources?q=gda')
  await heading('Sign in to see your hybrid connectivity')
  expect(document.body).toHaveTextContent('It has no server of its own')
  expect(screen.getByText('11111111-aaaa-4bbb-8ccc-222222222222')).toBeVisible()
  expect(document.body).toHaveTextContent('Any work or school directory')
  await sound(screen.getByRole('main'))
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  expect(session.asked).toEqual(['signIn {}'])
  expect(requests).toEqual([])
})

test('the foot tells where what is seen comes from, and that nothing is live without a network', async () => {
  await visitAs(scriptedSession({ state: signedIn(ALEX) }), QUIET)
  await quiet()
  const foot = screen.getByRole('contentinfo', { name: 'Source and age' })
  await waitFor(() => expect(foot).toHaveTextContent('Live from ARM'), { timeout: 30_000 })
  const online = vi.spyOn(window.navigator, 'onLine', 'get').mockReturnValue(false)
  window.dispatchEvent(new Event('offline'))
  await waitFor(() => expect(foot).toHaveTextContent('No network: as last read'))
  expect(foot).not.toHaveTextContent('Live')
  online.mockRestore()
  window.dispatchEvent(new Event('online'))
  await waitFor(() => expect(foot).toHaveTextContent('Live from ARM'))
})

test('a sign-in that failed says what, why and what next, with the id for support; the self-test is one press away', async () => {
  const session = scriptedSession({ state: { is: 'signedOut', problem: CONSENT } })
  const { user } = await visitAs(session, '/')
  const alert = await eventually('alert', '')
  expect(alert).toHaveTextContent('Signing in did not work: consent missing')
  expect(alert).toHaveTextContent('This directory has not agreed')
  expect(alert).toHaveTextContent('AADSTS65001')
  expect(alert).toHaveTextContent('4c2a6b1e-0000-4000-8000-00000000abcd')
  await user.click(screen.getByRole('button', { name: 'Run the self-test' }))
  expect(await screen.findByRole('heading', { name: /^Self-test: \d things? needs? a look/ })).toBeVisible()
  expect(document.body).toHaveTextContent('Without a sign-in nothing was read of Azure.')
  // Above, and in the test: there it is a finding, which the facts of the failure do not repeat.
  expect(screen.getAllByText(/This directory has not agreed/)).toHaveLength(2)
  await user.click(screen.getByRole('button', { name: 'Try to sign in again' }))
  expect(session.asked).toEqual(['signIn {}'])
})

test('the panel tells who is signed in to what, and switches to another account of this tab', async () => {
  const session = scriptedSession({ state: signedIn(ALEX), accounts: [ALEX, SAM] })
  const { user } = await visitAs(session, QUIET)
  await quiet()
  await user.click(screen.getByRole('button', { name: 'Account alex@contoso.example' }))
  const another = await floating('Use another account')
  const panel = screen.getByRole('dialog', { name: 'Account' })
  expect(panel).toHaveTextContent('Alex Novak')
  expect(panel).toHaveTextContent(ALEX.tenantId)
  expect(panel).not.toHaveTextContent('Switch to alex')
  await user.click(another)
  await user.click(await floating('sam@fabrikam.example'))
  expect(session.asked).toEqual(['signIn {"choose":true}', 'switchTo sam@fabrikam.example'])
  expect(await screen.findByTitle('sam@fabrikam.example')).toBeVisible()
})

/** Without the operations that were noted: when they are depends on how far the estate is read. */
const keptNow = () =>
  Object.entries(localStorage)
    .filter(([name]) => !name.includes('/operations.'))
    .sort(([one], [other]) => one.localeCompare(other))

test('nothing of one account is shown to another: opened resources and chosen subscriptions', async () => {
  const session = scriptedSession({ state: signedIn(ALEX), accounts: [ALEX, SAM] })
  const { user } = await visitAs(session, resourcePath(idOf('cn-weu-to-gdansk')))
  await heading('cn-weu-to-gdansk')
  await user.click(await eventually('button', /^\d subscriptions$/))
  await user.click((await screen.findAllByText('Only this'))[0]!)
  await floating(/^1 of \d subscriptions$/)
  const kept = keptNow()
  expect(kept.map(([name]) => name)).toEqual(['hub/alex.home/recent', 'hub/alex.home/scope'])

  await visitAs(session, QUIET)
  await eventually('button', /^1 of \d subscriptions$/)
  session.become(signedIn(SAM))
  await eventually('button', /^\d subscriptions$/)
  await user.keyboard('{Control>}k{/Control}')
  const palette = await screen.findByRole('dialog', { name: 'Search or jump to' })
  expect(palette).not.toHaveTextContent('Recent')
  expect(keptNow()).toEqual(kept)
})

test('the palette leads to the account and to the self-test', async () => {
  const session = scriptedSession({ state: signedIn(ALEX) })
  const { user } = await visitAs(session, QUIET)
  await quiet()
  await user.keyboard('{Control>}k{/Control}')
  const field = await screen.findByRole('combobox')
  await user.type(field, 'sign out{Enter}')
  expect(await floating('Sign out')).toBeVisible()
})

test('signing out empties what was kept of accounts, keeps preferences, and says so on return', async () => {
  localStorage.setItem('hub.theme', 'dark')
  localStorage.setItem('hub.last-account', 'alex@contoso.example')
  const session = scriptedSession({ state: signedIn(ALEX), accounts: [ALEX] })
  const { user } = await visitAs(session, resourcePath(idOf('cn-weu-to-gdansk')))
  await heading('cn-weu-to-gdansk')
  const names = () => Object.keys(localStorage)
  expect(names().some((name) => name.includes('alex'))).toBe(true)
  await user.click(screen.getByRole('button', { name: 'Account alex@contoso.example' }))
  await user.click(await floating('Sign out'))
  await waitFor(() => expect(session.asked).toEqual(['signOut']))
  expect(names()).toEqual(['hub.theme'])

  session.become({ is: 'signedOut' })
  await heading('You are signed out')
  expect(document.body).not.toHaveTextContent(/alex|gdansk/i)
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  expect(sessionStorage).toHaveLength(0)
})

test('signing out with something typed on the page asks first', async () => {
  const session = scriptedSession({ state: signedIn(ALEX) })
  const { user } = await visitAs(session, QUIET)
  await quiet()
  const stop = onBeforeLeaving(() => undefined)
  try {
    await user.click(screen.getByRole('button', { name: 'Account alex@contoso.example' }))
    await user.click(await floating('Sign out'))
    expect(screen.getByRole('alert')).toHaveTextContent('Something is typed and not sent')
    expect(session.asked).toEqual([])
    await user.click(await floating('Sign out and delete it'))
    await waitFor(() => expect(session.asked).toEqual(['signOut']))
  } finally {
    stop()
  }
})

test('signing out asks first about drafts whose form is not in view, and about changes that have not ended', async () => {
  const write = {
    is: 'edit',
    topic: 'tags',
    id: '/gw',
    name: 'gw',
    method: 'PATCH',
    member: 'tags',
    was: {},
    holds: ['/gw'],
    what: 'the tags of gw',
    effect: '',
    action: '',
    changes: [{ path: ['tags', 'env'], to: 'test' }],
  }
  const draft = {
    kind: 'tags',
    id: '/gw',
    rows: [{ name: 'env', value: 'test' }],
    base: {},
    open: false,
    at: 1,
  }
  const ask = async () => {
    const session = scriptedSession({ state: signedIn(ALEX) })
    const { user } = await visitAs(session, QUIET)
    await quiet()
    await user.click(screen.getByRole('button', { name: 'Account alex@contoso.example' }))
    await user.click(await floating('Sign out'))
    await floating('Sign out and delete it')
    expect(session.asked).toEqual([])
    return screen.getByRole('alert')
  }
  sessionStorage.setItem('hub/alex.home/writes.2', JSON.stringify([{ key: '1', phase: 'left', write }]))
  const alert = await ask()
  expect(alert).toHaveTextContent('A change has not ended')
  expect(alert).not.toHaveTextContent('Something is typed')
  sessionStorage.removeItem('hub/alex.home/writes.2')
  const plan = { wizard: 'site-to-site', name: 'plan', answers: {}, left: [], at: 1 }
  localStorage.setItem('hub/alex.home/wizards.1/one', JSON.stringify(plan))
  expect(await ask()).toHaveTextContent('A plan is begun and not carried out. Signing out deletes it.')
  localStorage.removeItem('hub/alex.home/wizards.1/one')
  sessionStorage.setItem('hub/alex.home/drafts.1', JSON.stringify([draft]))
  expect(await ask()).toHaveTextContent('Something is typed and not sent. Signing out deletes it.')
  sessionStorage.clear()
})

test('a sign-out that did not reach the sign-in page says that the session there may be open', async () => {
  sessionStorage.setItem('hub.signed-out', 'here')
  await visitAs(scriptedSession({ state: { is: 'signedOut' } }), '/')
  await heading('You are signed out')
  expect(document.body).toHaveTextContent('your session there may still be open')
  sessionStorage.clear()
})

test('a sign-in that ended: what was read stays, drafts are kept before the page is left', async () => {
  const session = scriptedSession({ state: signedIn(ALEX) })
  const { user } = await visitAs(session, '/')
  await heading(/connections/)
  const sentence = screen.getByRole('heading', { level: 1 }).textContent
  session.become(signedIn(ALEX, { needs: [{ why: 'expired' }] }))
  const alert = await eventually('alert', '')
  expect(alert).toHaveTextContent('Your sign-in has ended: nothing more is read or changed')
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(sentence ?? '')
  await says(/Everything that was read stays in view; the newest was read \d+\ss ago/)
  await sound(screen.getByRole('banner'))

  const done: string[] = []
  const stop = onBeforeLeaving(() => void done.push('kept'))
  try {
    await user.click(screen.getByRole('button', { name: 'Sign in to continue' }))
    await waitFor(() => expect(session.asked).toEqual(['signIn {"need":{"why":"expired"}}']))
    expect(done).toEqual(['kept'])
  } finally {
    stop()
  }
})

test('a directory that wants a sign-in of its own is called by its name', async () => {
  const { tenantId, displayName } = contosoTenant
  const session = scriptedSession({ state: signedIn(ALEX) })
  const { user } = await visitAs(session, QUIET)
  await quiet()
  const need = { why: 'tenant' as const, tenantId: tenantId.toUpperCase() }
  session.become(signedIn(ALEX, { needs: [{ why: 'expired' }, need] }))
  await says(`Directory ${displayName} asks for a sign-in of its own`)
  await user.click(screen.getByRole('button', { name: `Sign in to ${displayName}` }))
  await waitFor(() => expect(session.asked).toEqual([`signIn ${JSON.stringify({ need })}`]))
})

test('a draft that cannot be kept keeps the page', async () => {
  const session = scriptedSession({ state: signedIn(ALEX, { needs: [{ why: 'challenge', claims: '{}' }] }) })
  const { user } = await visitAs(session, QUIET)
  await says('Azure asks for more proof of who you are')
  const stop = onBeforeLeaving(() => Promise.reject(new Error('The disk is full.')))
  try {
    await user.click(await eventually('button', 'Sign in to continue'))
    await says('could not be kept, so the page was not left: The disk is full.')
    expect(session.asked).toEqual([])
  } finally {
    stop()
  }
})

test('on the way to the sign-in page the app is unseen, and back as it was when leaving fails', async () => {
  const session = scriptedSession({ state: signedIn(ALEX) })
  const { requests } = await visitAs(session, QUIET)
  await quiet()
  await waitFor(() => expect(requests.length).toBeGreaterThan(10))
  const before = screen.getByRole('heading', { level: 1 })
  session.become({ is: 'leaving' })
  await waitFor(() => expect(before).not.toBeVisible())
  session.become(signedIn(ALEX, { problem: { ...CONSENT, target: '/tenants/f1' } }))
  await waitFor(() => expect(before).toBeVisible())
  const alert = await eventually('alert', '')
  expect(alert).toHaveTextContent('Signing in to f1 did not work.')
  expect(alert).toHaveTextContent('You are still signed in as before.')
})

/** False: the browser asks first. */
const isLeftUnasked = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }))

test('a change on its way: the app asks before the page is left, and the browser does not ask again', async () => {
  const site = idOf('lng-gdansk')
  const session = scriptedSession({ state: signedIn(ALEX), accounts: [ALEX, SAM] })
  const { user, emulator } = await visitAs(session, resourcePath(site))
  await heading('lng-gdansk')
  const button = await eventually('button', 'Edit tags')
  await waitFor(() => expect(button).not.toHaveAttribute('aria-disabled', 'true'), { timeout: 20_000 })
  await user.click(button)
  const form = await screen.findByRole('dialog', { name: /^Edit the tags of/ }, { timeout: 20_000 })
  await user.click(within(form).getByRole('button', { name: 'Add tag' }))
  await user.type(
    within(form)
      .getAllByRole('textbox', { name: /^Name of tag/ })
      .at(-1)!,
    'team',
  )
  await emulator.control({ do: 'faults', faults: [{ kind: 'slow', path: site, ms: 100_000 }] })
  await user.click(within(form).getByRole('button', { name: 'Apply' }))
  await waitFor(() => expect(isLeftUnasked()).toBe(false), { timeout: 20_000 })

  session.become(signedIn(ALEX, { needs: [{ why: 'expired' }] }))
  const signIn = (await screen.findAllByText('Sign in to continue'))[0]!
  await user.click(signIn)
  await says('The page was not left.')
  await says('A change is being sent, or waits to be sent.')
  expect(session.asked).toEqual([])
  await user.click(signIn)
  await waitFor(() => expect(session.asked).toEqual(['signIn {"need":{"why":"expired"}}']))
  session.become({ is: 'leaving' })
  expect(isLeftUnasked()).toBe(true)
})

test('a page that is over leaves nothing in view, also no dialog', async () => {
  const session = scriptedSession({ state: signedIn(ALEX) })
  const { user } = await visitAs(session, QUIET)
  await quiet()
  await user.keyboard('{Control>}k{/Control}')
  await screen.findByRole('dialog', { name: 'Search or jump to' })
  session.become({ is: 'over' })
  await says('This page has ended and starts anew.')
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  expect(document.body).not.toHaveTextContent('There is no page at this address')
})

test('why a sign-in could not be renewed is told with it, and not as one that was tried', async () => {
  const session = scriptedSession({ state: signedIn(ALEX) })
  await visitAs(session, QUIET)
  await quiet()
  session.become(signedIn(ALEX, { needs: [{ why: 'expired', because: CONSENT }] }))
  await says(/could not be renewed unseen:\s*This directory has not agreed/)
  expect(document.body).not.toHaveTextContent('did not work')
  await says('What is typed is kept while you sign in, but for keys and secrets')
})

test('a failed way out is told where it was asked for', async () => {
  const session = scriptedSession({ state: signedIn(ALEX) })
  const { user } = await visitAs(session, QUIET)
  await quiet()
  session.failNext(new HubFailure({ ...CONSENT, code: 'SignInUnreachable', message: 'Nothing answered.' }))
  await user.click(screen.getByRole('button', { name: 'Account alex@contoso.example' }))
  await user.click(await floating('Use another account'))
  expect(await screen.findByText('Nothing answered.')).toBeVisible()
})
