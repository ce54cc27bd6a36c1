import { operationOf } from '../coverage-rows.ts'
import { describe, differencesOf } from './compare.ts'
import { explainFrom } from './reasons.ts'
import { hasKnownRequest, segmentsOf, typeOf, type Recording } from './recordings.ts'
import type { Replayed } from './replay.ts'

export interface Report {
  text: string
  /** Of the network provider's answers that count. */
  replayed: number
  matched: number
  /** Exceptions without a reason. */
  unexplained: string[]
}

interface Exception {
  /** `PUT vpnGateways/vpnConnections`. */
  where: string
  reason: string | undefined
  text: string
}

/** How far the emulator answers as recorded: figures, and every exception with its reason. */
export function reportOn(recordings: readonly Recording[], all: readonly Replayed[]): Report {
  const explain = explainFrom(all)
  const counted = all.filter((one) => passedOver(one) === undefined)
  const exceptions = counted.flatMap((one): Exception[] => {
    const differences = differencesOf(one)
    const [first] = differences
    if (first === undefined) return []
    const reasons = differences.map((difference) => explain(one, difference))
    const unexplained = differences.filter((_, index) => reasons[index] === undefined)
    const { method, url } = one.interaction
    return [
      {
        where: `${method} ${typeOf(url)}`,
        reason: unexplained.length > 0 ? undefined : [...new Set(reasons)].join('; '),
        text: `${one.recording} ${method} ${segmentsOf(url).slice(6).join('/')}: ${(unexplained.length > 0 ? unexplained : differences).map(describe).join(', ')}`,
      },
    ]
  })
  const matched = counted.length - exceptions.length
  const share = ((100 * matched) / counted.length).toFixed(1)
  const interactions = recordings.reduce((sum, one) => sum + one.interactions.length, 0)
  const arm = all.filter(({ interaction }) => typeOf(interaction.url) === '')
  const armMatched = arm.filter((one) => differencesOf(one).length === 0).length
  const lines = [
    `${recordings.length} recordings from 2021 on, ${interactions} interactions: replayed ${counted.length}, matched ${matched} (${share} %)`,
    `Not counted: ${interactions - all.length} polls${counts(all.flatMap((one) => passedOver(one) ?? []))}`,
    `Of those of Azure Resource Manager itself, ${armMatched} match.`,
    `${exceptions.length} exceptions:`,
    ...grouped(exceptions),
  ]
  const unexplained = exceptions.filter((one) => one.reason === undefined).map((one) => one.text)
  return { text: lines.join('\n'), replayed: counted.length, matched, unexplained }
}

/** The same for the requests of Virtual WAN alone, and what of them is left out. */
export function reportOnVirtualWan(all: readonly Replayed[]): Pick<Report, 'text' | 'replayed' | 'matched'> {
  const own = all.filter(({ interaction }) => OF_VIRTUAL_WAN.test(typeOf(interaction.url)))
  const counted = own.filter((one) => passedOver(one) === undefined)
  const matched = counted.filter((one) => differencesOf(one).length === 0).length
  const share = ((100 * matched) / counted.length).toFixed(1)
  const left = counts(own.flatMap((one) => passedOver(one) ?? [])).slice(2)
  const text = `Virtual WAN: replayed ${counted.length}, matched ${matched} (${share} %). Not counted: ${left}`
  return { text, replayed: counted.length, matched }
}

const OF_VIRTUAL_WAN =
  /^(virtualwans|virtualhubs|vpngateways|vpnsites|p2svpngateways|vpnserverconfigurations|expressroutegateways)\b/

/** Why a request does not count: it is no listed operation, its body was not recorded, or its answer proves nothing. */
function passedOver({ interaction, echoes }: Replayed): string | undefined {
  const { method, url, requestBody } = interaction
  const type = typeOf(url)
  if (type === '') return 'of Azure Resource Manager itself'
  if (operationOf(method, new URL(url).pathname) === undefined) return `on ${type}, which is not listed`
  if (!hasKnownRequest(method, requestBody)) return 'without their request'
  return echoes ? 'that show what was seeded' : undefined
}

/** For what was recorded before: the members each kind of answer has on one side only. */
export function memberDifferences(all: readonly Replayed[]): string {
  const kinds = new Map<string, Set<string>>()
  for (const one of all.filter((each) => passedOver(each) === undefined)) {
    const where = `${one.interaction.method} ${typeOf(one.interaction.url)}`
    const found = kinds.get(where) ?? new Set<string>()
    kinds.set(where, found)
    for (const difference of differencesOf(one))
      if (difference.of === 'member') found.add(describe(difference))
  }
  const differing = [...kinds].filter(([, found]) => found.size > 0)
  const same = kinds.size - differing.length
  return [
    `Answers before 2021 of ${kinds.size} kinds, ${same} with the same members (+ emulator only, - recording only):`,
    ...differing.map(([where, found]) => `  ${where}: ${[...found].sort().join(', ')}`),
  ].join('\n')
}

function counts(reasons: string[]): string {
  const each = new Map<string, number>()
  for (const reason of reasons) each.set(reason, (each.get(reason) ?? 0) + 1)
  return [...each].map(([reason, count]) => `, ${count} ${reason}`).join('')
}

function grouped(exceptions: Exception[]): string[] {
  const groups = new Map<string, Map<string, number>>()
  for (const { reason = 'UNEXPLAINED', where } of exceptions) {
    const places = groups.get(reason) ?? new Map<string, number>()
    groups.set(reason, places.set(where, (places.get(where) ?? 0) + 1))
  }
  return [...groups].map(([reason, places]) => {
    const list = [...places].map(([where, count]) => (count === 1 ? where : `${count} × ${where}`))
    return `  ${[...places.values()].reduce((sum, count) => sum + count, 0)}  ${reason}: ${list.join(', ')}`
  })
}
