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
      .then((described) => {
        if (gone) return
        onState(described)
        setState(described)
        writeStored('estate', described.estate)
      })
      .catch(() => {
        // A worker that does not start fails every read, and the page says so.
      })
    return () => {
      gone = true
    }
  }, [emulation, onState])

  const demo = useMemo<Demo>(() => {
    function take(next: EmulationState) {
      onState(next)
      setState(next)
      writeStored('estate', next.estate)
    }
    async function load(estate?: string) {
      take(await emulation.reset(estate))
      await client.resetQueries()
    }
    return {
      ...pick(state),
      openEstate: (name) => load(name),
      reset: () => load(),
      setSpeed: async (speed) => take(await emulation.setSpeed(speed)),
      setFaults: async (faults) => take(await emulation.setFaults(faults)),
    }
  }, [client, emulation, onState, state])

  return <DemoProvider value={demo}>{children}</DemoProvider>
}

function pick({ estate, estates, speed, persisted, faults }: EmulationState): EmulationState {
  return { estate, estates, speed, persisted, faults }
}
