import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { createMemoryRouter, MemoryRouter, RouterProvider } from 'react-router-dom'
import { describe, expect, it } from 'vitest'
import { resourcePath } from '../../model/paths.ts'
import type { TabId } from '../../model/resources/tabs.ts'
import type { Resource } from '../../model/resources/resource.ts'
import { type Demo, DemoProvider } from '../../queries/use-demo.ts'
import {
  circuit,
  CIRCUIT,
  connection,
  demoFrom,
  envelope,
  estateOf,
  gateway,
  idOf,
  network,
  site,
} from './estate.fixture.ts'
import { Actions } from './Actions.tsx'
import { ResourcePage } from './ResourcePage.tsx'
import { Tabs } from './Tabs.tsx'

/** axe in jsdom, on a busy machine. */
const SLOW = 30_000

function show(
  resource: Resource,
  others: Resource[] = [],
  tab: TabId = 'overview',
  demo?: Demo,
  beingRead = false,
) {
  const estate = estateOf(resource, ...others)
  return render(
    <FluentProvider theme={webLightTheme}>
      <MemoryRouter>
        <main>
          <DemoProvider value={demo}>
            <ResourcePage
              resource={resource}
              estate={estate}
              beingRead={beingRead}
              tab={tab}
              actions={null}
            />
          </DemoProvider>
        </main>
      </MemoryRouter>
    </FluentProvider>,
  )
}

describe('ResourcePage', () => {
  it.each([
    ['Connected', 'Why'],
    ['NotConnected', 'Why it is not up'],
  ])('the part that explains a connection that is %s is called %s', (connectionStatus, name) => {
    const tunnels = [{ name: 't', connectionStatus }]
    const { container } = show(connection({ connectionStatus, tunnels }), [gateway(), site(), network()])
    expect(container.querySelector('[data-tabs]')).toHaveTextContent(new RegExp(`^Overview${name}IPsec`))
  })

  it(
    'says the verdict, and proves it on request',
    async () => {
      const { container } = show(connection({ connectionStatus: 'NotConnected' }), [
        gateway(),
        site(),
        network(),
      ])
      const status = screen.getByRole('region', { name: 'Status' })
      expect(status).toHaveTextContent('Down: NotConnected')
      expect(within(status).queryByText('connectionStatus')).not.toBeInTheDocument()
      await userEvent.click(within(status).getByRole('button', { name: 'Show facts' }))
      expect(within(status).getByText('connectionStatus')).toBeInTheDocument()
      expect(within(status).getAllByText(/Read from ARM/)[0]).toBeInTheDocument()
      const found = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })
      expect(found.violations).toEqual([])
    },
    SLOW,
  )

  it('states nothing to be missing while the other resources are being read', () => {
    const { container, unmount } = show(circuit(), [], 'overview', undefined, true)
    expect(container).toHaveTextContent('Connections are being read')
    expect(container).toHaveTextContent('The other resources are being read')
    expect(container).not.toHaveTextContent(/Not connected yet|makes it Maximum|nothing that was read/i)
    unmount()
    expect(show(circuit()).container).toHaveTextContent('Not connected yet')
  })

  it('shows related resources both ways', () => {
    show(gateway(), [connection(), site(), network()])
    const related = screen.getByRole('region', { name: 'Related resources' })
    expect(within(related).getByRole('link', { name: 'vnet-hub-weu' })).toBeInTheDocument()
    expect(within(related).getByRole('link', { name: 'cn-weu-to-gdansk' })).toBeInTheDocument()
  })

  it('shows hostile text as text', () => {
    const markup = '<img src=x onerror=alert(1)>'
    const long = `${'n'.repeat(200)}\u202etxt.exe`
    const id = idOf('connections', long)
    const { container } = show({
      ...connection(envelope(id, { name: long, tags: { [markup]: '"><script>alert(2)</script>' } })),
      provisioningState: markup,
    })
    expect(container.querySelector('img, script')).toBeNull()
    expect(container).toHaveTextContent(markup)
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(long)
  })

  it('shows a type it does not know', () => {
    const id = idOf('networkWatchers', 'watcher')
    const { container } = show({ ...envelope(id, { tags: { env: 'prod' } }), kind: 'other' })
    expect(container).toHaveTextContent('Microsoft.Network/networkWatchers')
    expect(screen.getByRole('link', { name: /env = prod/ })).toBeInTheDocument()
  })

  it('shows the body with a masked service key, and the whole key only when asked', async () => {
    const serviceKey = 'c8f0aa11-1111-2222-3333-444455553f2a'
    const body = { id: CIRCUIT, properties: { serviceKey } }
    const { container } = show(circuit({ serviceKey, body }), [], 'json')
    expect(container.innerHTML).not.toContain('c8f0aa11')
    await userEvent.click(screen.getByRole('button', { name: 'Show service key' }))
    expect(container).toHaveTextContent(serviceKey)
  })

  it('never puts a service key into the overview by itself', () => {
    const serviceKey = 'c8f0aa11-1111-2222-3333-444455553f2a'
    const { container } = show(circuit({ serviceKey, body: { id: CIRCUIT, properties: { serviceKey } } }))
    expect(container.innerHTML).not.toContain('c8f0aa11')
  })
})

describe('an opened snapshot', () => {
  const keyOf = (cut: string[]) => {
    const { container } = show(circuit(), [], 'overview', demoFrom({ takenAt: '', scope: '', cut }))
    return container
  }

  it('says that it has no service key, not that Azure gave none', () => {
    expect(keyOf(['properties.serviceKey'])).toHaveTextContent(/Service key\s*left out of the snapshot/)
  })

  it('says that Azure gave none where nothing was left out', () => {
    expect(keyOf([])).toHaveTextContent(/Service key\s*not given by Azure/)
  })
})

it.each([
  ['none', 'Opens a new tab'],
  ['file', 'Opens the portal, which may show it otherwise than this file, or not know it'],
] as const)('the way to the portal says what to expect there: %s', (demo, title) => {
  render(<Actions id={CIRCUIT} tenantId={undefined} demo={demo} reading={false} onRefresh={() => {}} />)
  expect(screen.getByRole('link', { name: 'Open in Azure portal' })).toHaveAttribute('title', title)
})

it('there is no way to the portal from a made-up estate, which it does not know', () => {
  render(<Actions id={CIRCUIT} tenantId={undefined} demo="made up" reading={false} onRefresh={() => {}} />)
  expect(screen.getByRole('button', { name: 'Refresh' })).toBeVisible()
  expect(screen.queryByRole('link')).not.toBeInTheDocument()
})

describe('Tabs', () => {
  it('are links, and [ and ] move between them', async () => {
    const id = CIRCUIT
    const router = createMemoryRouter(
      [{ path: '/resource/*', element: <Tabs id={id} tabs={['overview', 'json']} current="overview" /> }],
      { initialEntries: [resourcePath(id)] },
    )
    render(<RouterProvider router={router} />)
    expect(screen.getByRole('link', { name: 'Overview' })).toHaveAttribute('aria-current', 'page')
    expect(screen.getByRole('link', { name: 'JSON' })).toHaveAttribute('href', resourcePath(id, 'json'))
    await userEvent.keyboard('[[')
    expect(router.state.location.pathname).toBe(resourcePath(id))
    await userEvent.keyboard(']')
    expect(router.state.location.pathname).toBe(resourcePath(id, 'json'))
  })
})
