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
  const shown = {
    answers,
    around,
    checks,
    keys: {},
    said: () => [],
    reason: () => undefined,
    isTold: () => true,
  }
  render(
    <MemoryRouter>
      <WizardContext
        // Only what the page of one connection asks for.
        value={shown as unknown as Wizard}
      >
        <CircuitConnection circuit={circuit} index={0} />
      </WizardContext>
    </MemoryRouter>,
  )
  expect(checks.some(({ field }) => field === 'circuits.0.authorizationKey')).toBe(asks)
  expect(screen.queryByLabelText('Authorization key of er-partner') !== null).toBe(asks)
})
