import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { keyOf, nameOfId, resourcePath, typeOfId } from '../../src/model/paths.ts'
import { goTo, heading, visit } from '../support/app.ts'
import { recordedBodies, type RecordedBody } from '../support/recorded-bodies.ts'
import { sharedData } from '../support/shared-data.ts'

/** Those that the list asks for by themselves; children come with their parents, the rest is opened by id. */
const IN_THE_LIST =
  /\/Microsoft\.Network\/(virtualNetworkGateways|connections|localNetworkGateways|expressRouteCircuits|expressRoutePorts|expressRouteGateways|virtualWans|virtualHubs|vpnGateways|vpnSites|vpnServerConfigurations|p2sVpnGateways|virtualNetworks|publicIPAddresses|azureFirewalls)\/[^/]+$/i

/** One body of each type and api-version. An id may stand in a file once, so some go to a further file. */
function files(): RecordedBody[][] {
  const chosen = new Map<string, RecordedBody>()
  const ids = new Set<string>()
  for (const { version, body } of recordedBodies()) {
    const kind = keyOf(`${typeOfId(body.id) ?? ''} ${version}`)
    const before = chosen.get(kind)
    if (before && (ids.has(keyOf(body.id)) || isAlone(before, chosen))) continue
    chosen.set(kind, body)
    ids.add(keyOf(body.id))
  }
  const all: RecordedBody[][] = []
  for (const body of chosen.values()) {
    const file = all.find((one) => one.every(({ id }) => keyOf(id) !== keyOf(body.id)))
    if (file) file.push(body)
    else all.push([body])
  }
  return all
}

function isAlone(body: RecordedBody, chosen: ReadonlyMap<string, RecordedBody>): boolean {
  return [...chosen.values()].filter(({ id }) => keyOf(id) === keyOf(body.id)).length === 1
}

test('one body of each type and api-version ever recorded is in the list and has its page', async ({
  skip,
}) => {
  sharedData('data/recordings', skip)
  let seen = 0
  for (const bodies of files()) {
    await visit('/resources', { file: bodies })
    await heading('All resources')
    for (const { id } of bodies) {
      if (IN_THE_LIST.test(id)) {
        goTo(`/resources?q=${encodeURIComponent(nameOfId(id))}`)
        const address = keyOf(resourcePath(id))
        await waitFor(
          () => {
            const links = [...document.querySelectorAll('main [role=grid] a')]
            expect(
              links.map((link) => keyOf(link.getAttribute('href') ?? '')),
              id,
            ).toContain(address)
          },
          { timeout: 15_000 },
        )
      }
      goTo(resourcePath(id))
      await waitFor(
        () => {
          // The roles of a whole page take long to work out: they are looked at once, when all is there.
          expect(document.querySelector('h1')?.textContent, id).toBe(nameOfId(id))
          expect(document.querySelector('main [aria-busy=true]'), id).toBeNull()
        },
        { timeout: 30_000 },
      )
      expect(screen.getByRole('heading', { level: 1 }).textContent, id).toBe(nameOfId(id))
      expect(screen.getByRole('link', { name: 'JSON' }), id).toBeInTheDocument()
      expect(screen.queryByText(/stopped because of a fault/), id).toBeNull()
      seen += 1
    }
  }
  expect(seen).toBeGreaterThan(90)
}, 480_000)
