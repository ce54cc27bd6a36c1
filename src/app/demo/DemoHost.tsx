import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { DemoProvider, type Demo } from '../../queries/use-demo.ts'
import { readStored, writeStored } from '../stored.ts'
import type { Emulation, EmulationState } from './emulation.ts'

/** What is assumed until the emulator has said: then nothing in the top bar moves. */
const ASSUMED: EmulationState = {
  estate: readStored('estate') ?? 'contoso',
  estates: [],
  speed: 'fast',
  persisted: true,
  faults: [],
}

/** One emulator's estate is in front of every tab: they tell each other when it changes. */
const otherTabs = typeof BroadcastChannel === 'function' ? new BroadcastChannel('hub.demo') : undefined

interface DemoHostProps {
  emulation: Emulation
  onState: (state: EmulationState) => void
  children: ReactNode
}

/** Hands the demo down. A changed estate is another Azure, so everything is read anew. */
export function DemoHost({ emulation, onState, children }: DemoHostProps) {
  const client = useQueryClient()
  const [state, setState] = useState(ASSUMED)

  // The emulator lives in its worker and is asked once how it is.
  useEffect(() => {
    let gone = false
    emulation
      .describe()
      .then(async (described) => {
        if (gone) return
        onState(described)
        setState(described)
        writeStored('estate', described.estate)
        // What was read before this was known bears the time of now instead of the snapshot's.
        if (described.opened?.snapshot) await client.resetQueries()
      })
      .catch(() => {
        // A worker that does not start fails every read, and the page says so.
      })
    return () => {
      gone = true
    }
  }, [client, emulation, onState])

  // Another tab may have opened another estate meanwhile: what is shown has to be what is said.
  useEffect(() => {
    async function look() {
      if (document.visibilityState === 'hidden') return
      const described = await emulation.describe()
      if (sameEstate(described, state)) return
      onState(described)
      setState(described)
      writeStored('estate', described.estate)
      await client.resetQueries()
    }
    const looked = () => void look().catch(() => undefined)
    document.addEventListener('visibilitychange', looked)
    otherTabs?.addEventListener('message', looked)
    return () => {
      document.removeEventListener('visibilitychange', looked)
      otherTabs?.removeEventListener('message', looked)
    }
  }, [client, emulation, onState, state])

  const demo = useMemo<Demo>(() => {
    function take(next: EmulationState) {
      onState(next)
      setState(next)
      writeStored('estate', next.estate)
    }
    /** Another Azure: nothing of the one before is read or followed any more. */
    async function another(next: EmulationState) {
      take(next)
      // Loaded when it is needed: the first row waits for none of it.
      const { forgetOperations } = await import('../../queries/use-edits.ts')
      forgetOperations(client)
      otherTabs?.postMessage('opened')
      await client.resetQueries()
    }
    return {
      ...pick(state),
      openEstate: async (name) => another(await emulation.reset(name)),
      reset: async () => another(await emulation.reset()),
      async openFile(file, changes) {
        const answer = await emulation.open({ ...file, unlessChanged: changes === 'keep' })
        if (answer.is !== 'opened') return answer
        await another(answer.state)
        return { is: 'opened' }
      },
      hasChanges: async () => (await emulation.describe()).changed,
      download: () => emulation.download(),
      setSpeed: async (speed) => take(await emulation.setSpeed(speed)),
      setFaults: async (faults) => take(await emulation.setFaults(faults)),
      readBlob: (url) => emulation.readBlob(url),
      setFarSide: async (connectionId, device) => take(await emulation.setFarSide(connectionId, device)),
      setProvider: async (circuitId, act) => take(await emulation.setProvider(circuitId, act)),
      setCircuitPath: async (circuitId, path, is) =>
        take(await emulation.setCircuitPath(circuitId, path, is)),
    }
  }, [client, emulation, onState, state])

  return <DemoProvider value={demo}>{children}</DemoProvider>
}

function sameEstate(one: EmulationState, other: EmulationState): boolean {
  return one.estate === other.estate && JSON.stringify(one.opened) === JSON.stringify(other.opened)
}

function pick({ estate, estates, opened, speed, persisted, faults }: EmulationState): EmulationState {
  return { estate, estates, opened, speed, persisted, faults }
}
