import { fireEvent, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Fault } from '../../src/emulator/wire/control.ts'
import type { Topic } from '../../src/model/edits/topics.ts'
import { form, openForm, press, writesSent } from '../support/action-form.ts'
import type { Visit } from '../support/app.ts'
import { idOf, says } from '../support/tags-form.ts'

// Each form with one trouble in the middle, as a person meets it; every action with every trouble is proven below the page, in
// tests/contract/faults-of-actions.test.ts.

type Trouble = 'fails' | 'broken' | 'expired'

const FAULTS: Record<Trouble, (id: string) => Fault> = {
  fails: (path) => ({ kind: 'failOperation', path, code: 'GatewayBroke', message: 'It broke.' }),
  broken: (path) => ({
    kind: 'status',
    method: 'PUT',
    path,
    status: 500,
    code: 'InternalServerError',
    message: 'Broken.',
    times: 1,
  }),
  expired: (path) => ({ kind: 'expiredToken', path }),
}

interface Action {
  name: string
  topic: Topic
  title: RegExp
  fill: (page: Visit) => unknown
  verb: string
  trouble: Trouble
  says: RegExp
  sent: number
}

/** Fields may stand only once what they offer was read. */
async function put(role: string, title: RegExp, name: RegExp | string, value: string): Promise<void> {
  const field = await waitFor(() => within(form(title)).getByRole(role, { name }), { timeout: 30_000 })
  fireEvent.change(field, { target: { value } })
}
const type = (title: RegExp, label: RegExp | string, value: string) => put('textbox', title, label, value)
const choose = (title: RegExp, label: RegExp | string, value: string) => put('combobox', title, label, value)

const ACTIONS: Action[] = [
  {
    name: 'vgw-weu-depots',
    topic: 'sku',
    title: /^Change the SKU of/,
    fill: ({ user }) => user.click(within(form(/^Change the SKU/)).getByRole('radio', { name: /^VpnGw2AZ/ })),
    verb: 'Change SKU',
    trouble: 'fails',
    says: /It broke\./,
    sent: 1,
  },
  {
    name: 'vgw-weu-depots',
    topic: 'active-active',
    title: /^Make vgw-weu-depots/,
    fill: () => choose(/^Make/, 'Second public IP address', idOf('pip-vgw-weu-depots-2')),
    verb: 'Make active-active',
    trouble: 'expired',
    says: /Not sent: a sign-in was needed/,
    sent: 0,
  },
  {
    name: 'vgw-weu-prod',
    topic: 'nat-rules',
    title: /^NAT rules of/,
    async fill() {
      await type(/^NAT/, 'Name', 'nat-new')
      await type(/^NAT/, 'Internal prefix', '10.210.1.0/24')
      await type(/^NAT/, 'External prefix', '192.168.210.0/24')
    },
    verb: 'Add rule',
    trouble: 'fails',
    says: /It broke\./,
    sent: 1,
  },
  {
    name: 'vgw-swc-people',
    topic: 'point-to-site',
    title: /^Point-to-site of/,
    fill: () => type(/^Point-to-site/, 'Address pool', '172.28.0.0/24'),
    verb: 'Apply',
    trouble: 'broken',
    says: /The fault is on the side of Azure\./,
    sent: 1,
  },
  {
    name: 'cn-weu-to-gdansk',
    topic: 'policy',
    title: /^IPsec policy of/,
    fill: ({ user }) => user.click(within(form(/^IPsec/)).getByRole('radio', { name: /^One custom policy/ })),
    verb: 'Apply',
    trouble: 'fails',
    says: /It broke\./,
    sent: 1,
  },
]

test.each(ACTIONS)('$topic of $name, $trouble', async (action) => {
  const { name, topic, title, fill, verb, trouble, sent } = action
  const page = await openForm(idOf(name), topic, title, [FAULTS[trouble](idOf(name))])
  await fill(page)
  await press(page, title, new RegExp(`^${verb}`))
  await says(action.says)
  expect(writesSent(page).filter((one) => !/listRadiusSecrets/.test(one))).toHaveLength(sent)
})
