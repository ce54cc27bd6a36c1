import type { EstateReport, FileProblem } from './estate-file.ts'

/** How fast time-consuming things go: as recorded, a hundred and twenty times faster, or at once. */
export type Speed = 'realistic' | 'fast' | 'instant'

/**
 * Trouble to order, as data. `path` is a part of the request's path, without regard to case; `/` is in every one. A query of
 * Resource Graph counts as a request to `/subscriptions/{id}/` of each subscription it names, and to each of its resource groups, too.
 */
export type Fault =
  /** Rights are missing at and below `scope`; for one action (`Microsoft.Network/connections/read`) or for all. */
  | { kind: 'forbidden'; scope: string; action?: string }
  /** This answer in place of the right one. */
  | ({
      kind: 'status'
      method?: string
      path: string
      status: number
      code: string
      message: string
      /** Seconds. */
      retryAfter?: number
    } & Often)
  /** 429: too many requests. `retryAfter` in seconds. */
  | ({ kind: 'throttled'; path: string; retryAfter: number } & Often)
  /** 429: another operation holds the resource. Reads go on. */
  | ({ kind: 'busy'; path: string } & Often)
  /** 401: the token is too old. */
  | ({ kind: 'expiredToken'; path: string } & Often)
  /** 401: more proof is wanted than the token has, told in claims that a sign-in has to bring. */
  | ({ kind: 'challenge'; path: string } & Often)
  /** Nothing answers: the request gets lost, or it is carried out and its answer gets lost. */
  | ({ kind: 'dropped'; method?: string; path: string; lost: 'request' | 'answer' } & Often)
  /** Every answer is held back. */
  | { kind: 'slow'; path: string; ms: number }
  /** The browser may read few headers of the answers: none of operations, limits and sign-in. */
  | { kind: 'opaque'; path: string }
  /** A write is accepted and fails at its end. */
  | { kind: 'failOperation'; path: string; code: string; message: string }
  /** A write is accepted and never ends, also after the fault was taken back. */
  | { kind: 'stuckOperation'; path: string }

interface Often {
  /** How many answers are spoiled; all of them when left out. */
  times?: number
  /** `times` counts for each address by itself, and anew once an answer was let through. */
  anew?: true
}

/**
 * What the device at the far end of a connection to a site is like from now on, whole. Up: it answers and has what the connection
 * has now. `key`: all but the pre-shared key, which is this one. `mismatch`: all but its policy of phase 2 (`ipsec`) or 1 (`ike`), or
 * its traffic selectors: it wants policy-based ones where the connection has none, and the other way round.
 */
export type Device = 'up' | 'silent' | { key: string } | { mismatch: 'ipsec' | 'ike' | 'selectors' }

/** What the service provider of a circuit does: `refuse` leaves a note and the circuit as it was, `peer` makes the private peering. */
export type ProviderAct = 'provision' | 'refuse' | 'deprovision' | 'peer'

/**
 * What is at the far end of a link of a circuit's private peering from now on: a router that is as the peering says (`up`), none that
 * answers, one on another VLAN, one without a session, with another AS number, that announces nothing, or more than the circuit takes.
 */
export type PathCondition = 'up' | 'noAnswer' | 'vlan' | 'noSession' | 'asn' | 'noRoutes' | 'routeLimit'

/** The state of a hub's router, which is not that of the hub. */
export type RouterState = 'Provisioned' | 'Provisioning' | 'Failed'

/** Estates from files and to files. */
export type FileCommand =
  /**
   * Loads the estate in `text` and forgets everything else; a file that is refused changes nothing. With `unlessChanged` a good
   * file changes nothing either where that would forget a change.
   */
  | { do: 'open'; name: string; text: string; readOnly: boolean; unlessChanged?: boolean }
  | { do: 'download' }
  /** What a service wrote to somebody's storage, by the address it was given; refused where nothing was written. */
  | { do: 'blob'; url: string }

export type FileResult =
  | { is: 'opened'; state: EmulatorState }
  /** Not opened: something in the open estate was changed. */
  | { is: 'changed' }
  | { is: 'refused'; problems: FileProblem[] }
  | { is: 'file'; text: string }

/** What the demo menu can ask of the emulator, besides ARM. */
export type ControlCommand =
  | { do: 'describe' }
  /** Loads the estate again, or another one, and forgets everything else. */
  | { do: 'reset'; estate?: string }
  | { do: 'settings'; speed?: Speed; pageSize?: number }
  /** Replaces all faults. They live as long as the worker does. */
  | { do: 'faults'; faults: Fault[] }
  /** Sets the device of a connection, or of a link of a hub's, by its ARM id; refused where it is no connection to a site. */
  | { do: 'farSide'; connection: string; device: Device }
  /** Of a circuit, by its ARM id; refused where its state does not allow it. */
  | { do: 'provider'; circuit: string; act: ProviderAct }
  /** Of a circuit, by its ARM id; refused where it has no private peering. */
  | { do: 'circuitPath'; circuit: string; path: 'primary' | 'secondary' | 'both'; is: PathCondition }
  /** Of a hub, by its ARM id. */
  | { do: 'hubRouter'; hub: string; is: RouterState }

/** Why a command was not carried out: a sentence for whoever sent it. */
export class ControlRefusal extends Error {}

export interface OpenedEstate {
  readOnly: boolean
  report: EstateReport
  /** Of a snapshot: when (ISO 8601, UTC) and of what it was taken, and the paths of members that were left out of it. */
  snapshot?: { takenAt: string; scope: string; cut: string[] }
}

export interface EmulatorState {
  estate: string
  speed: Speed
  pageSize: number
  estates: { name: string; description: string }[]
  /** Where the open estate comes from a file. */
  opened?: OpenedEstate
  /** False: nothing survives a reload, and the banner has to say so. */
  persisted: boolean
  /** Something was created, changed or deleted since the estate was loaded: loading one forgets it. */
  changed: boolean
  /** Those that may still strike. */
  faults: Fault[]
}
