import { fireEvent, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Fault } from '../../src/emulator/wire/control.ts'
import type { Topic } from '../../src/model/edits/topics.ts'
import { actionPath } from '../../src/model/paths.ts'
import { closed, form, openForm, opened, press, writesSent } from '../support/action-form.ts'
import type { Visit } from '../support/app.ts'
import { idOf, order } from '../support/tags-form.ts'

// Every form of VPN with one trouble in the middle, as a person meets it: what is typed stays, the error is Azure's own with its id, and
// sending again does it. Every action with every trouble is proven below the page, in tests/contract/faults-of-actions.test.ts;
// tags, the shared key, captures, deletion and Troubleshoot have journeys of their own.

type Trouble = 'fails' | 'refused' | 'broken' | 'expired'

const FAULTS: Record<Trouble, (path: string, method: string) => Fault> = {
  fails: (path) => ({ kind: 'failOperation', path, code: 'GatewayBroke', message: 'It broke.' }),
  refused: (path, method) => ({
    kind: 'status',
    method,
    path,
    status: 400,
    code: 'NotToday',
    message: 'Not today.',
  }),
  broken: (path, method) => ({
    kind: 'status',
    method,
    path,
    status: 500,
    code: 'InternalServerError',
    message: 'Broken.',
  }),
  expired: (path) => ({ kind: 'expiredToken', path }),
}

const SAYS: Record<Trouble, RegExp> = {
  fails: /Azure said.*It broke\..*Correlation id/,
  refused: /Azure said400 NotToday Not today\..*Correlation id/,
  broken: /The fault is on the side of Azure\..*Azure said500 InternalServerError Broken\..*Correlation id/,
  expired: /Not sent: a sign-in was needed/,
}

interface Action {
  name: string
  topic: Topic
  title: RegExp
  /** Each by its role and label. */
  fields?: readonly (readonly [role: 'textbox' | 'combobox', label: RegExp | string, value: string])[]
  /** The radio button that is pressed. */
  choice?: RegExp
  verb: string
  trouble: Trouble
  method?: 'POST'
}

const ACTIONS: readonly Action[] = [
  {
    name: 'vgw-weu-depots',
    topic: 'sku',
    title: /^Change the SKU of/,
    choice: /^VpnGw2AZ/,
    verb: 'Change SKU',
    trouble: 'fails',
  },
  {
    name: 'vgw-weu-depots',
    topic: 'active-active',
    title: /^Make vgw-weu-depots/,
    fields: [['combobox', 'Second public IP address', idOf('pip-vgw-weu-depots-2')]],
    verb: 'Make active-active',
    trouble: 'expired',
  },
  {
    name: 'vgw-weu-prod',
    topic: 'nat-rules',
    title: /^NAT rules of/,
    fields: [
      ['textbox', 'Name', 'nat-new'],
      ['textbox', 'Internal prefix', '10.210.1.0/24'],
      ['textbox', 'External prefix', '192.168.210.0/24'],
    ],
    verb: 'Add rule',
    trouble: 'fails',
  },
  {
    name: 'vgw-weu-prod',
    topic: 'bgp',
    title: /^BGP of/,
    fields: [['textbox', 'Custom BGP addresses of instance 0', '169.254.21.9']],
    verb: 'Apply',
    trouble: 'refused',
  },
  {
    name: 'vgw-weu-prod',
    topic: 'active-active',
    // Once it is done the form offers the way back.
    title: /^Make vgw-weu-prod active-/,
    fields: [['textbox', /to confirm$/, 'vgw-weu-prod']],
    verb: 'Make active-standby',
    trouble: 'broken',
  },
  {
    name: 'vgw-swc-people',
    topic: 'point-to-site',
    title: /^Point-to-site of/,
    fields: [['textbox', 'Address pool', '172.28.0.0/24']],
    verb: 'Apply',
    trouble: 'broken',
  },
  {
    name: 'vgw-swc-people',
    topic: 'reset',
    title: /^Reset vgw-swc-people/,
    verb: 'Reset gateway',
    trouble: 'fails',
    method: 'POST',
  },
  {
    name: 'cn-weu-to-gdansk',
    topic: 'policy',
    title: /^IPsec policy of/,
    choice: /^One custom policy/,
    verb: 'Apply',
    trouble: 'fails',
  },
  {
    name: 'cn-weu-to-rotterdam',
    topic: 'mode',
    title: /^How/,
    fields: [
      ['combobox', 'Connection mode', 'ResponderOnly'],
      ['textbox', 'DPD timeout in seconds', '30'],
    ],
    verb: 'Apply',
    trouble: 'broken',
  },
  {
    name: 'cn-weu-to-rotterdam',
    topic: 'reset',
    title: /^Reset cn-weu-to-rotterdam/,
    verb: 'Reset connection',
    trouble: 'refused',
    method: 'POST',
  },
  {
    name: 'lng-malmo',
    topic: 'site',
    title: /^Edit lng-malmo/,
    fields: [['textbox', 'DNS name', 'vpn-2.contoso.com']],
    verb: 'Apply',
    trouble: 'fails',
  },
]

/** Another form on the page that is open. */
async function goTo({ user }: Visit, { name, topic, title }: Action): Promise<void> {
  await user.keyboard('{Escape}')
  await closed()
  window.history.pushState(null, '', actionPath(idOf(name), topic))
  window.dispatchEvent(new PopStateEvent('popstate'))
  await opened(title)
}

const SLOW = { timeout: 30_000, interval: 50 }

/** Fields may stand only once what they offer was read. */
const field = ({ title }: Action, role: string, name: RegExp | string) =>
  waitFor(() => within(form(title)).getByRole(role, { name }), SLOW)

async function fails(page: Visit, action: Action): Promise<void> {
  const { name, title, fields = [], choice, verb, trouble, method = 'PUT' } = action
  for (const [role, label, value] of fields)
    fireEvent.change(await field(action, role, label), { target: { value } })
  if (choice) await page.user.click(await field(action, 'radio', choice))

  const sent = () =>
    writesSent(page).filter((one) => one.startsWith(method) && !/listRadius/i.test(one)).length
  const before = sent()
  await order(page, FAULTS[trouble](idOf(name), method))
  await press(page, title, verb)
  await waitFor(() => expect(form(title)).toHaveTextContent(SAYS[trouble]), SLOW)
  expect(sent() - before).toBe(trouble === 'expired' ? 0 : 1)
  for (const [role, label, value] of fields) expect(await field(action, role, label)).toHaveValue(value)
  if (choice) expect(await field(action, 'radio', choice)).toBeChecked()

  await order(page)
  await press(page, title, verb)
  await waitFor(() => expect(form(title)).toHaveTextContent(/(Changed|Done): /), SLOW)
  expect(sent() - before).toBe(trouble === 'expired' ? 1 : 2)
}

test('each form keeps what was typed when it fails, shows the error, and goes when it is sent again', async () => {
  const [first, ...others] = ACTIONS
  if (!first) throw new Error('no form')
  const page = await openForm(idOf(first.name), first.topic, first.title)
  await fails(page, first)
  for (const action of others) {
    await goTo(page, action)
    await fails(page, action).catch((cause: unknown) => {
      throw new Error(`${action.topic} of ${action.name}`, { cause })
    })
  }
})
