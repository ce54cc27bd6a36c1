import { render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router-dom'
import { expect, test } from 'vitest'
import {
  aroundExpressRoute,
  goodExpressRoute,
  withCircuitAt,
} from '../../../../tests/support/express-route.ts'
import { connection, network } from '../../../../tests/support/resources.ts'
import { checksOf } from '../../../model/express-route/checks-of.ts'
import { connectionIdOf } from '../../../model/express-route/place.ts'
import { planOf } from '../../../model/express-route/plan-of.ts'
import { wantedConnection } from '../../../model/express-route/wanted.ts'
import { keyOf, nameOfId } from '../../../model/paths.ts'
import { type Wizard, WizardContext } from '../wizard.ts'
import { CircuitConnection } from './CircuitConnection.tsx'

const VNET = network('vnet-hub-weu')
const URI =
  '/subscriptions/99999999-9999-4999-8999-999999999999/resourceGroups/rg/providers/Microsoft.Network/expressRouteCircuits/er-partner'

test.each([
  ['Failed', true],
  ['Succeeded', false],
])('a connection in the state %s: the key that is asked for has a field: %s', (state, asks) => {
  const before = aroundExpressRoute([VNET])
  const answers = withCircuitAt(
    goodExpressRoute(before, { resiliency: 'standard' }, { networkId: VNET.id }),
    0,
    { use: 'redeemed', uri: URI },
  )
  const [circuit] = answers.circuits
  if (!circuit) throw new Error('no circuit')
  const id = connectionIdOf(circuit, answers, before)
  const { body } = wantedConnection(circuit, [], answers, before)
  const made = connection(nameOfId(id), { id, key: keyOf(id), provisioningState: state, body })
  const around = aroundExpressRoute([VNET, made])
  const checks = checksOf(answers, {}, around)
  const nothing = () => undefined
  const shown: Wizard = {
    name: 'ExpressRoute',
    home: '/create/expressroute',
    step: 'connection',
    steps: [],
    answers,
    around,
    checks,
    keys: {},
    plans: { order: planOf(answers, around, 'order'), connect: planOf(answers, around, 'connect') },
    phase: 'connect',
    secretsGone: false,
    said: () => [],
    reason: nothing,
    placed: ({ text }) => text,
    isTold: () => true,
    isLeft: () => false,
    pathOf: (step) => step,
    leave: () => Promise.resolve(''),
    edit: nothing,
    put: nothing,
    setSecrets: nothing,
    setGoal: nothing,
    close: nothing,
    discard: nothing,
  }
  render(
    <MemoryRouter>
      <WizardContext value={shown}>
        <CircuitConnection circuit={circuit} index={0} />
      </WizardContext>
    </MemoryRouter>,
  )
  expect(checks.some(({ field }) => field === 'circuits.0.authorizationKey')).toBe(asks)
  expect(screen.queryByLabelText('Authorization key of er-partner') !== null).toBe(asks)
})
