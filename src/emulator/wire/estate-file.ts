/** A fault of an estate file and its place: line and column of broken JSON, else a path, `resources[12].id`. */
export interface FileProblem {
  where: string
  what: string
}

/** What was made of an estate file. Nothing in it is left out: what is not understood is kept as it is. */
export interface EstateReport {
  /** Resources in the estate, children that stood inside their parent included. */
  resources: number
  /** Of how many resources there are by type, in the emulator's spelling where it knows the type; most first. */
  types: Tally[]
  /** Of `types`, those the emulator does not know: answered as they stand in the file. */
  unknownTypes: Tally[]
  /** Members beside `properties` that it does not know, kept. */
  unknownMembers: Tally[]
  /** Resources without `properties`, as generic lists have them: listed, and marked as not read. */
  generic: number
  /** Resources that the file has more than once; the last one with `properties` counts. */
  repeated: number
  /** What resources name and the file does not describe: ids of subscriptions, names of resource groups. */
  madeUpSubscriptions: string[]
  madeUpGroups: string[]
  /** The file says itself that it is one page of more. */
  incomplete: boolean
}

export interface Tally {
  name: string
  count: number
}
