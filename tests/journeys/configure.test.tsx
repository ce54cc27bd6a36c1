import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import { expect, test } from 'vitest'
import type { Topic } from '../../src/model/edits/topics.ts'
import { closed, form, opened, openForm, press, writesSent } from '../support/action-form.ts'
import { eventually, type Visit } from '../support/app.ts'
import { idOf, says } from '../support/tags-form.ts'

const DEPOTS = idOf('vgw-weu-depots')
const WEU = idOf('vgw-weu-prod')
const EUS = idOf('vgw-eus-prod')
const SWC = idOf('vgw-swc-people')
const GDANSK = idOf('cn-weu-to-gdansk')
const ROTTERDAM = idOf('cn-weu-to-rotterdam')

interface Change {
  id: string
  topic: Topic
  title: RegExp
  /** What a person does in the form. */
  fill: (page: Visit) => unknown
  verb: string
  /** What the gateway or connection has then. */
  expects: (properties: Record<string, unknown>, page: Visit) => unknown
}

const inForm = (title: RegExp) => within(form(title))
const type = (title: RegExp, label: RegExp | string, value: string) =>
  fireEvent.change(inForm(title).getByRole('textbox', { name: label }), { target: { value } })
const choose = async (title: RegExp, label: RegExp | string, value: string) => {
  fireEvent.change(await inForm(title).findByRole('combobox', { name: label }), { target: { value } })
}

const CHANGES: [what: string, change: Change][] = [
  [
    'the SKU',
    {
      id: DEPOTS,
      topic: 'sku',
      title: /^Change the SKU of/,
      fill: ({ user }) => user.click(inForm(/^Change the SKU/).getByRole('radio', { name: /^VpnGw2AZ/ })),
      verb: 'Change SKU',
      expects: (properties) => expect(properties.sku).toMatchObject({ name: 'VpnGw2AZ', tier: 'VpnGw2AZ' }),
    },
  ],
  [
    'a second instance',
    {
      id: DEPOTS,
      topic: 'active-active',
      title: /^Make vgw-weu-depots active-active/,
      fill: () => choose(/^Make/, 'Second public IP address', idOf('pip-vgw-weu-depots-2')),
      verb: 'Make active-active',
      expects: (properties) => {
        expect(properties.activeActive).toBe(true)
        expect(properties.ipConfigurations).toHaveLength(2)
      },
    },
  ],
  [
    'back to one instance',
    {
      id: WEU,
      topic: 'active-active',
      title: /^Make vgw-weu-prod active-standby/,
      fill: () => type(/^Make/, /to confirm$/, 'vgw-weu-prod'),
      verb: 'Make active-standby',
      expects: (properties) => {
        expect(properties.activeActive).toBe(false)
        expect(properties.ipConfigurations).toHaveLength(1)
      },
    },
  ],
  [
    'BGP',
    {
      id: WEU,
      topic: 'bgp',
      title: /^BGP of/,
      fill: () => type(/^BGP/, 'Custom BGP addresses of instance 0', '169.254.21.9'),
      verb: 'Apply',
      expects: ({ bgpSettings }) =>
        expect(bgpSettings).toMatchObject({
          asn: 65515,
          bgpPeeringAddresses: [{ customBgpIpAddresses: ['169.254.21.9'] }, {}],
        }),
    },
  ],
  [
    'a NAT rule',
    {
      id: WEU,
      topic: 'nat-rules',
      title: /^NAT rules of/,
      fill: () => {
        type(/^NAT/, 'Name', 'nat-new')
        type(/^NAT/, 'Internal prefix', '10.210.1.0/24')
        type(/^NAT/, 'External prefix', '192.168.210.0/24')
      },
      verb: 'Add rule',
      expects: ({ natRules }) => expect(natRules).toMatchObject([{ name: 'nat-new' }]),
    },
  ],
  [
    'point-to-site, with the RADIUS secret kept',
    {
      id: SWC,
      topic: 'point-to-site',
      title: /^Point-to-site of/,
      fill: () => type(/^Point-to-site/, 'Address pool', '172.27.0.0/20, 172.28.0.0/24'),
      verb: 'Apply',
      expects: async ({ vpnClientConfiguration }, page) => {
        expect(vpnClientConfiguration).toMatchObject({
          vpnClientAddressPool: { addressPrefixes: ['172.27.0.0/20', '172.28.0.0/24'] },
        })
        expect(await ask(page, 'POST', `${SWC}/listRadiusSecrets`)).toEqual({
          value: [{ radiusServerAddress: '10.80.4.8', radiusServerSecret: 'contoso-radius-SECRET-swc-4tVn' }],
        })
      },
    },
  ],
  [
    'an IPsec policy',
    {
      id: GDANSK,
      topic: 'policy',
      title: /^IPsec policy of/,
      fill: ({ user }) => user.click(inForm(/^IPsec/).getByRole('radio', { name: /^One custom policy/ })),
      verb: 'Apply',
      expects: ({ ipsecPolicies }) => expect(ipsecPolicies).toMatchObject([{ dhGroup: 'ECP384' }]),
    },
  ],
  [
    'mode and DPD',
    {
      id: ROTTERDAM,
      topic: 'mode',
      title: /^How cn-weu-to-rotterdam connects/,
      fill: async () => {
        await choose(/^How/, 'Connection mode', 'ResponderOnly')
        type(/^How/, 'DPD timeout in seconds', '30')
      },
      verb: 'Apply',
      expects: (properties) =>
        expect(properties).toMatchObject({ connectionMode: 'ResponderOnly', dpdTimeoutSeconds: 30 }),
    },
  ],
]

/** What the emulator itself has. */
async function ask({ emulator }: Visit, method: string, path: string): Promise<Record<string, unknown>> {
  const answer = await emulator.fetch(
    new Request(`https://management.azure.com${path}?api-version=2025-05-01`, {
      method,
      headers: { Authorization: 'Bearer x' },
    }),
  )
  return (await answer.json()) as Record<string, unknown>
}

test.each(CHANGES)('%s', async (_, { id, topic, title, fill, verb, expects }) => {
  const page = await openForm(id, topic, title)
  const found = await axe.run(form(title), { rules: { 'color-contrast': { enabled: false } } })
  expect(found.violations).toEqual([])
  await fill(page)
  expect(form(title)).toHaveTextContent('api-version=2025-05-01')
  await press(page, title, verb)
  await says(/Changed: /)
  const sent = writesSent(page).filter((request) => request.startsWith('PUT'))
  expect(sent).toHaveLength(1)
  const body = await ask(page, 'GET', id)
  await expects(body.properties as Record<string, unknown>, page)
})

test('what Azure would refuse is said and not sent', async () => {
  const page = await openForm(WEU, 'bgp', /^BGP of/)
  type(/^BGP/, 'AS number of the gateway', '65518')
  expect(form(/^BGP/)).toHaveTextContent('AS 65518 is reserved.')
  await page.user.click(inForm(/^BGP/).getByRole('button', { name: 'Apply' }))
  expect(writesSent(page)).toEqual([])
})

test('a change can be put back, and what is typed is there again after the form was closed', async () => {
  const page = await openForm(ROTTERDAM, 'mode', /^How/)
  type(/^How/, 'DPD timeout in seconds', '30')
  await page.user.keyboard('{Escape}')
  await closed()
  await page.user.click(await screen.findByRole('button', { name: 'More actions' }))
  await page.user.click(await screen.findByRole('menuitem', { name: 'Change mode, DPD and BGP' }))
  await opened(/^How/)
  const dpd = () => inForm(/^How/).getByRole('textbox', { name: 'DPD timeout in seconds' })
  expect(dpd()).toHaveValue('30')
  await press(page, /^How/, 'Apply')
  await says(/Changed: /)
  await page.user.keyboard('{Escape}')
  await closed()
  await page.user.click(await eventually('button', 'Put back'))
  await opened(/^Put back/)
  expect(form(/^Put back/)).toHaveTextContent('lng-rotterdam')
  await press(page, /^Put back/, 'Put back')
  await waitFor(
    async () =>
      expect(await ask(page, 'GET', ROTTERDAM)).toMatchObject({ properties: { dpdTimeoutSeconds: 45 } }),
    { timeout: 20_000 },
  )
  expect(writesSent(page).filter((request) => request.startsWith('PUT'))).toHaveLength(2)
})

test('a busy gateway: the change is tried again, and the fields are locked meanwhile', async () => {
  const page = await openForm(WEU, 'bgp', /^BGP of/, [{ kind: 'busy', path: WEU, times: 1 }])
  const field = () => inForm(/^BGP/).getByRole('textbox', { name: 'Custom BGP addresses of instance 0' })
  type(/^BGP/, 'Custom BGP addresses of instance 0', '169.254.21.9')
  await press(page, /^BGP/, 'Apply')
  await says(/Azure is at work on vgw-weu-prod/)
  expect(field()).toBeDisabled()
  expect(form(/^BGP/)).toHaveTextContent('The fields are locked')
  await page.user.click(inForm(/^BGP/).getByRole('button', { name: 'Try now' }))
  await says(/Changed: /)
  expect(field()).toBeEnabled()
  expect(field()).toHaveValue('169.254.21.9')
})

test('the lost answer to a change of a connection is made up for by a reading', async () => {
  const page = await openForm(ROTTERDAM, 'mode', /^How/, [
    { kind: 'dropped', method: 'PUT', path: ROTTERDAM, lost: 'answer', times: 1 },
  ])
  type(/^How/, 'DPD timeout in seconds', '30')
  await press(page, /^How/, 'Apply')
  await says(/Changed: /)
  expect(writesSent(page)).toHaveLength(1)
  expect(await ask(page, 'GET', ROTTERDAM)).toMatchObject({ properties: { dpdTimeoutSeconds: 30 } })
})

test('a NAT rule is put back on the page of its gateway', async () => {
  const rule = idOf('nat-dallas-in')
  const page = await openForm(EUS, 'nat-rules', /^NAT rules of/)
  const before = mappingsOf(await ask(page, 'GET', rule))
  await choose(/^NAT/, 'Rule', rule)
  type(/^NAT/, 'External prefix', '10.200.0.0/24')
  await press(page, /^NAT/, 'Change rule')
  await says(/Changed: /)
  await page.user.keyboard('{Escape}')
  await closed()
  expect(mappingsOf(await ask(page, 'GET', rule))).not.toEqual(before)
  await page.user.click(await eventually('button', 'Put back'))
  await opened(/^Put back/)
  await press(page, /^Put back/, 'Put back')
  await waitFor(async () => expect(mappingsOf(await ask(page, 'GET', rule))).toEqual(before), {
    timeout: 20_000,
  })
})

const mappingsOf = ({ properties }: Record<string, unknown>) =>
  (properties as Record<string, unknown>).externalMappings
