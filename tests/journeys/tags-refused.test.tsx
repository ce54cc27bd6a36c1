import { waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Fault } from '../../src/emulator/wire/control.ts'
import { addTag, apply, dialog, edit, idOf, says, sent, typedValue } from '../support/tags-form.ts'

/** Locks and roles that cannot be read forbid nothing: it is Azure that refuses. */
const unread = (what: 'locks' | 'permissions'): Fault => ({
  kind: 'status',
  method: 'GET',
  path: `/providers/Microsoft.Authorization/${what}`,
  status: 403,
  code: 'AuthorizationFailed',
  message: 'Not here.',
})

const groupOf = (id: string) => id.split('/').slice(0, 5).join('/')

/** The value beside a name in the list of facts. */
const fact = (name: string) => within(dialog()).getByText(name).nextElementSibling

test('a policy: the words name it, where it holds and what it looked at, and typed again it goes', async () => {
  const id = idOf('lng-galway')
  const page = await edit(id)
  await page.user.click(within(dialog()).getByRole('button', { name: 'Remove tag cost-center' }))
  await apply(page)
  await says('Azure refused to change the tags of lng-galway.')
  expect(dialog()).toHaveTextContent(
    'The policy “Require a cost-center tag on resources”, assigned to the resource group rg-net-neu, does not let this through. What was looked at: tags[cost-center].',
  )
  expect(fact('Policy')).toHaveTextContent('Require a cost-center tag on resources')
  expect(fact('Assigned to')).toHaveTextContent(groupOf(id))
  expect(fact('Correlation id')).toHaveTextContent(/[0-9a-f-]{36}/)

  await addTag(page, 'cost-center', 'CC-1')
  await apply(page)
  await says('The tags of lng-galway were changed.')
  expect(sent(page)).toHaveLength(2)
})

test('a lock: the words name where it is, and the button learns which one', async () => {
  const id = idOf('lng-test_1')
  const page = await edit(id, [], [unread('locks')])
  await addTag(page, 'team', 'network')
  await apply(page)
  await says('Azure refused to change the tags of lng-test_1.')
  expect(dialog()).toHaveTextContent('A lock on the resource group rg-lab-(old) forbids this.')
  expect(fact('Locked scope')).toHaveTextContent(groupOf(id))
  expect(typedValue()).toHaveValue('network')
  await applyIsOff(/The lock as-it-was on the resource group rg-lab-\(old\) forbids changing it/)
})

test('a role: the words name the action and the scope, and the button learns that it is missing', async () => {
  const id = idOf('vgw.analytics.eus')
  const page = await edit(id, [], [unread('permissions')])
  await addTag(page, 'team', 'network')
  await apply(page)
  await says('Azure refused to change the tags of vgw.analytics.eus.')
  expect(dialog()).toHaveTextContent(
    'Your account lacks Microsoft.Network/virtualNetworkGateways/write on vgw.analytics.eus.',
  )
  expect(fact('Missing action')).toHaveTextContent('Microsoft.Network/virtualNetworkGateways/write')
  expect(fact('Scope')).toHaveTextContent(id)
  expect(typedValue()).toHaveValue('network')
  await applyIsOff(/Your account may not do this to vgw\.analytics\.eus/)
})

async function applyIsOff(why: RegExp): Promise<void> {
  const button = () => within(dialog()).getByRole('button', { name: 'Apply' })
  await waitFor(() => expect(button()).toHaveAttribute('aria-disabled', 'true'), { timeout: 20_000 })
  expect(button()).toHaveAccessibleDescription(why)
}
