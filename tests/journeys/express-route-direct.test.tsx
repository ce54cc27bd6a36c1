import { screen, within } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'
import { resourcePath } from '../../src/model/paths.ts'
import { eventually, heading, visit } from '../support/app.ts'
import { circuitPart } from '../support/express-route-walk.ts'
import { idOf } from '../support/tags-form.ts'

beforeAll(() => import('../../src/features/express-route-wizard/express-route-route.tsx'), 300_000)

test('a circuit on an own port shows the links of the port in place of a provider', async () => {
  await visit(`/create/expressroute/provider?circuit=${encodeURIComponent(idOf('er-direct-ams-1'))}`)
  await heading('Provider')
  const links = await eventually('region', 'Links of erport-ams-1')
  expect(within(links).getByRole('row', { name: /Disabled/ })).toBeInTheDocument()
  expect(screen.queryByRole('group', { name: /^Demo: the provider/ })).not.toBeInTheDocument()
  expect(within(circuitPart('er-direct-ams-1')).getByRole('link', { name: 'erport-ams-1' })).toHaveAttribute(
    'href',
    resourcePath(idOf('erport-ams-1')),
  )
})
