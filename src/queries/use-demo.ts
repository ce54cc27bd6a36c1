import { createContext, useContext } from 'react'

export interface Tally {
  name: string
  count: number
}

/** What was made of an opened estate file. */
export interface EstateReport {
  resources: number
  types: Tally[]
  /** Kept as they stand. */
  unknownTypes: Tally[]
  unknownMembers: Tally[]
  /** Without `properties`. */
  generic: number
  repeated: number
  madeUpSubscriptions: string[]
  madeUpGroups: string[]
  /** One page of a longer list. */
  incomplete: boolean
}

/** Why a file was refused, and where: line and column, or a path, `resources[12].id`. */
export interface FileProblem {
  where: string
  what: string
}

export interface EstateFile {
  name: string
  text: string
  readOnly: boolean
}

/** What exists in the demo only: the made-up estate and its clock. */
export interface Demo {
  /** Name of the open estate. */
  estate: string
  estates: { name: string; description: string }[]
  /** Where the open estate comes from a file; `takenAt` is ISO 8601. */
  opened?: { readOnly: boolean; report: EstateReport; snapshot?: { takenAt: string; scope: string } }
  speed: 'realistic' | 'fast' | 'instant'
  /** False when the browser keeps nothing: changes last as long as the tab. */
  persisted: boolean
  openEstate(name: string): Promise<void>
  /** Problems, and nothing changed, when the file is refused. */
  openFile(file: EstateFile): Promise<FileProblem[]>
  /** The estate as it is now, as a file's text. */
  download(): Promise<string>
  /** Puts the open estate back to how it began. */
  reset(): Promise<void>
  setSpeed(speed: Demo['speed']): Promise<void>
}

const DemoContext = createContext<Demo | undefined>(undefined)

export const DemoProvider = DemoContext.Provider

/** `undefined` on Azure. */
export function useDemo(): Demo | undefined {
  return useContext(DemoContext)
}
