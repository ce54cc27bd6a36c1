import { FluentProvider } from '@fluentui/react-components'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { MemoryRouter } from 'react-router-dom'
import { expect, test } from 'vitest'
import { hexOf } from '../../model/device/hostile.ts'
import type { Answers, Keys } from '../../model/site-to-site/answers.ts'
import { PRESETS } from '../../model/edits/ipsec-policy.ts'
import { DeviceStep } from './DeviceStep.tsx'

const SITE: Answers['sites'][number] = {
  key: 's1',
  use: 'new',
  existing: '',
  name: 'lng-malmo',
  values: {
    by: 'address',
    address: '203.0.113.18',
    fqdn: '',
    prefixes: ['10.70.0.0/16'],
    bgp: false,
    asn: '',
    peer: '',
    weight: '',
  },
  connection: 'cn-weu-to-malmo',
}

const ANSWERS: Answers = {
  goal: { gateway: 'new', devices: 2, routing: 'static', use: 'test' },
  network: {
    subscriptionId: '11111111-1111-4111-8111-111111111111',
    group: { is: 'new', name: 'rg' },
    region: 'westeurope',
    network: { is: 'new', name: 'vnet' },
    addressSpace: '10.20.0.0/16',
    gatewaySubnet: '10.20.255.0/27',
  },
  gateway: {
    existing: '',
    name: 'vgw',
    sku: 'VpnGw1AZ',
    generation: 'Generation1',
    activeActive: false,
    addresses: [{ is: 'new', name: 'pip' }],
    bgp: false,
    asn: '',
    apipa: [],
  },
  sites: [SITE, { ...SITE, key: 's2', name: 'lng-lund', connection: 'cn-weu-to-lund' }],
  connection: {
    key: 'generated',
    oneKey: false,
    protocol: 'IKEv2',
    policy: 'Strong',
    custom: PRESETS.Strong,
    dpd: '45',
    mode: 'Default',
    policyBased: false,
    selectors: [],
  },
  device: { vendor: 'strongswan' },
  touched: [],
}

interface WizardProps {
  keys: Keys
  sites?: Answers['sites']
  made?: ReadonlyMap<string, string>
}

function Wizard({ keys, sites = ANSWERS.sites, made = new Map() }: WizardProps) {
  const [answers, setAnswers] = useState({ ...ANSWERS, sites })
  return (
    <MemoryRouter>
      <FluentProvider>
        <DeviceStep
          answers={answers}
          estate={{ resources: new Map() }}
          keys={keys}
          made={made}
          onChange={setAnswers}
        />
        <output data-testid="draft">{JSON.stringify(answers)}</output>
      </FluentProvider>
    </MemoryRouter>
  )
}

const file = () => screen.getByRole('region', { name: /^Configuration for/ }).textContent ?? ''

test('each site has its own device and its own key, which is never an answer', async () => {
  const user = userEvent.setup()
  render(<Wizard keys={{ s1: 'first-key', s2: 'second-key' }} />)
  expect(file()).toContain('remote_addrs = REPLACE_AZURE_ADDRESS_0')
  expect(file()).toContain('which is known when Azure has made it')
  await user.click(screen.getByRole('button', { name: 'Put the key in' }))
  expect(file()).toContain(`0x${hexOf('first-key')}`)
  expect(screen.getByTestId('draft')).not.toHaveTextContent('first-key')

  await user.selectOptions(screen.getByLabelText('Site'), 'lng-lund')
  expect(file()).toContain('azure-cn-weu-to-lund-0')
  expect(file()).toContain('REPLACE_SHARED_KEY')
  await user.click(screen.getByRole('button', { name: 'Put the key in' }))
  expect(file()).toContain(`0x${hexOf('second-key')}`)
  expect(file()).not.toContain(hexOf('first-key'))
})

test('the maker is an answer', async () => {
  const user = userEvent.setup()
  render(<Wizard keys={{}} />)
  await user.selectOptions(screen.getByLabelText('Device'), 'Cisco IOS-XE')
  expect(screen.getByTestId('draft')).toHaveTextContent('"vendor":"ios-xe"')
  expect(file()).toContain('crypto ikev2 policy')
})

test('without the key in memory it says where to enter it', () => {
  render(<Wizard keys={{}} />)
  expect(screen.getByRole('button', { name: 'Put the key in' })).toHaveAttribute('aria-disabled', 'true')
  expect(screen.getByText(/Enter it in the step Connection/)).toBeVisible()
})

test('of a connection that is made already, no key of this page goes into the file', () => {
  const id =
    '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg/providers/Microsoft.Network/connections/cn-weu-to-malmo'
  render(<Wizard keys={{ s1: 'another-key', s2: 'another-key' }} made={new Map([['s1', id]])} />)
  expect(screen.queryByRole('button', { name: 'Put the key in' })).not.toBeInTheDocument()
  expect(file()).toContain('REPLACE_SHARED_KEY')
  expect(screen.getByRole('link', { name: 'See the key of cn-weu-to-malmo' })).toHaveAttribute(
    'href',
    expect.stringMatching(/cn-weu-to-malmo\/key$/),
  )
})

test('without a site there is nothing to set', () => {
  render(<Wizard keys={{}} sites={[]} />)
  expect(screen.getByText(/There is no site yet/)).toBeVisible()
})
