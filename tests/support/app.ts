import { screen, waitFor } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { flushSync } from 'react-dom'
import { expect, vi } from 'vitest'
import { start } from '../../src/app/app.tsx'
import type { Emulator } from '../../src/emulator/app.ts'
import { contoso } from '../../src/emulator/estates/contoso/contoso.ts'
import { empty } from '../../src/emulator/estates/empty.ts'
import type { Estate } from '../../src/emulator/estates/estate.ts'
import type { Fault } from '../../src/emulator/wire/control.ts'
import { inDemo, openAzure } from './azure.ts'
import { leave, onLeave } from './page.ts'

export interface Visit {
  user: UserEvent
  emulator: Emulator
  /** Everything the app asked ARM for, `GET /subscriptions…`. */
  requests: string[]
  /** Lets the answers go that a fault holds back, however long they were to take. */
  goOn(): void
}

interface Options {
  estates?: Estate[]
  faults?: Fault[]
  /** Azure as the page that was left had it, for a reload. */
  emulator?: Emulator
  /** Opened before the app starts, in place of the estates; nothing in it can be changed. */
  file?: unknown
  /** Changes an answer on its way to the app, as JSON text. */
  tamper?: (path: string, body: string) => string
}

/** Opens the whole app at an address, on the emulator, as `main.tsx` would start it. */
export async function visit(
  address: string,
  { estates = [contoso, empty], faults = [], emulator: known, file, tamper }: Options = {},
): Promise<Visit> {
  leave()
  const { emulator, goOn } = await openAzure(estates, faults, known)
  const { requests, send } = inDemo(emulator)
  if (file !== undefined)
    await emulator.file({ do: 'open', name: 'file.json', text: JSON.stringify(file), readOnly: true })

  window.history.replaceState(null, '', address)
  const root = document.body.appendChild(document.createElement('div'))
  // What a page that was left still has under way reaches nobody: the next one starts with an Azure of its own.
  let left = false
  const stop = start({
    setup: { is: 'demo' },
    base: '/',
    root,
    emulation: {
      send: async ({ url, method, headers, body }, signal) => {
        if (left) return new Promise(() => undefined)
        const response = await send(new Request(url, { method, headers, body }), signal)
        const text = await response.text()
        return {
          status: response.status,
          headers: Object.fromEntries(response.headers),
          body: tamper ? tamper(new URL(url).pathname, text) : text,
        }
      },
      describe: () => emulator.control({ do: 'describe' }),
      reset: (estate) => emulator.control({ do: 'reset', estate }),
      setSpeed: (speed) => emulator.control({ do: 'settings', speed }),
      async open(file) {
        const answer = await emulator.file({ do: 'open', ...file })
        if (answer.is === 'file') throw new Error('The emulator answered something else')
        return answer
      },
      async download() {
        const answer = await emulator.file({ do: 'download' })
        if (answer.is !== 'file') throw new Error('The emulator answered something else')
        return answer.text
      },
      setFaults: (next) => emulator.control({ do: 'faults', faults: [...next] }),
      async readBlob(url) {
        const answer = await emulator.file({ do: 'blob', url })
        if (answer.is !== 'file') throw new Error('Nothing was written there.')
        return answer.text
      },
      setFarSide: (connection, device) => emulator.control({ do: 'farSide', connection, device }),
      setProvider: (circuit, act) => emulator.control({ do: 'provider', circuit, act }),
      setCircuitPath: (circuit, path, is) => emulator.control({ do: 'circuitPath', circuit, path, is }),
    },
  })
  onLeave(() => {
    left = true
    stop()
    root.remove()
  })
  return { user: userEvent.setup(), emulator, requests, goOn }
}

/** Goes to an address within the page, as a link does: nothing is loaded or read anew. */
export function goTo(address: string): void {
  flushSync(() => {
    window.history.pushState(null, '', address)
    // So the router learns of it.
    window.dispatchEvent(new PopStateEvent('popstate'))
  })
}

/** The page's one first-level heading, once it says this. */
export function heading(name: RegExp | string): Promise<HTMLElement> {
  return shown(() => {
    // Roles and names of a whole page take long to work out, and are only once the text is there.
    const texts = [...document.querySelectorAll('h1')].map(({ textContent }) => textContent)
    const says = (text: string) => (typeof name === 'string' ? text.includes(name) : name.test(text))
    if (!texts.some(says)) throw new Error(`The page is called ${texts.join(', ')}, not ${String(name)}`)
    return screen.getByRole('heading', { level: 1, name })
  })
}

/**
 * Until a panel is there. Its first drawing takes many turns, and to look through the whole page for a text between any two of
 * them takes longer than the drawing.
 */
export async function panelDrawn(label: string): Promise<void> {
  await vi.waitUntil(() => document.querySelector(`[aria-label="${label}"]`), {
    timeout: 60_000,
    interval: 100,
  })
}

export function eventually(role: string, name: RegExp | string): Promise<HTMLElement> {
  return shown(() => screen.getByRole(role, { name }))
}

/** What is there to stay: a skeleton's element that is about to be replaced does not count. */
function shown(find: () => HTMLElement): Promise<HTMLElement> {
  return waitFor(
    () => {
      const element = find()
      expect(element).toBeVisible()
      return element
    },
    { timeout: 60_000, interval: 250 },
  )
}
