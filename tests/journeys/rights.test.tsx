import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { contoso } from '../../src/emulator/estates/contoso/contoso.ts'
import { resourcePath } from '../../src/model/paths.ts'
import { readOnlyStore } from '../../src/queries/use-read-only.ts'
import { eventually, heading, visit } from '../support/app.ts'

function idOf(name: string): string {
  const found = contoso.resources.find(({ id }) => id.endsWith(`/${name}`))
  if (!found) throw new Error(`contoso has no ${name}`)
  return found.id
}

afterEach(() => readOnlyStore.set(false))

async function rightsOf(name: string) {
  const id = idOf(name)
  const { user, requests } = await visit(resourcePath(id))
  await heading(new RegExp(name.replaceAll('.', '\\.')))
  const asked = () => requests.filter((one) => one.includes('Microsoft.Authorization'))
  // For its buttons the page asks of the resource itself, each once; of what is around it only who opens the table.
  await waitFor(() => expect(asked()).toHaveLength(2))
  expect(new Set(asked().map((one) => one.split('?')[0]))).toEqual(
    new Set(['permissions', 'locks'].map((what) => `GET ${id}/providers/Microsoft.Authorization/${what}`)),
  )
  await user.click(await screen.findByText('Your rights here'))
  const table = await eventually('region', 'Your rights here')
  const answer = async (what: string, expected: RegExp) =>
    waitFor(
      () =>
        expect(
          within(table).getByRole('row', { name: new RegExp(`^${what} (Yes|No|Being read|Not known)`) }),
        ).toHaveTextContent(expected),
      {
        timeout: 20_000,
      },
    )
  return { user, asked, answer }
}

test('the rights at a resource are read once for its page, those around it when somebody wants to know, and say what is missing', async () => {
  const { answer, asked } = await rightsOf('vgw.analytics.eus')
  await answer('Read', /Yes, from the subscription Production/)
  await answer(
    'Change',
    /No: no role of yours has this action here.*Microsoft\.Network\/virtualNetworkGateways\/write/,
  )
  await answer('Reset', /No.*virtualNetworkGateways\/reset\/action/)
  expect(await screen.findByText('No lock holds here.')).toBeVisible()
  expect(screen.getByText(/deny assignments, and the conditions.*refuses all the same/)).toBeVisible()
  expect(asked()).toHaveLength(4)
  expect(new Set(asked()).size).toBe(4)
})

test('a lock is named with what was written about it, and the switch comes before all', async () => {
  const { answer } = await rightsOf('lng-test_1')
  await answer('Read', /Yes, from the subscription Lab/)
  await answer('Change', /No: The lock as-it-was on the resource group rg-lab-\(old\) forbids/)
  expect(screen.getByText(/Kept as it was until the comparison is written/)).toBeVisible()
  readOnlyStore.set(true)
  await answer('Change', /No: Read-only is on in this browser/)
  await answer('Read', /Yes/)
})

test('read-only is said in the top bar, remembered, and turned off there', async () => {
  const { user } = await visit('/')
  await heading(/./)
  expect(screen.queryByText('Read-only')).not.toBeInTheDocument()
  readOnlyStore.set(true)
  const off = await eventually('button', 'Turn read-only off')
  expect(localStorage.getItem('hub.read-only')).toBe('on')
  await user.click(off)
  await waitFor(() => expect(screen.queryByText('Read-only')).not.toBeInTheDocument())
  expect(localStorage.getItem('hub.read-only')).toBeNull()
})
