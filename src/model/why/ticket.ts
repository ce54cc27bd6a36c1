import { exactTime } from '../format.ts'
import type { Diagnosis } from './diagnose.ts'
import type { Facts } from './facts.ts'
import type { Cause, Side } from './finding.ts'
import type { Findings, Named } from './judge-rules.ts'
import { timeline, type Moment } from './timeline.ts'

const SIDES: Record<Side, string> = {
  azure: 'in Azure',
  'on-premises': 'on the on-premises device',
  both: 'on both sides',
  router: 'on your router',
  provider: 'by the provider',
  'router or provider': 'on your router or by the provider',
  microsoft: 'by Microsoft',
}

export function sideWords(side: Side): string {
  return SIDES[side]
}

/** The diagnosis as plain text for a ticket. It holds no secret, and of a pasted log the known phrases alone. */
export function ticketText(facts: Facts, diagnosis: Diagnosis): string {
  const { connection, now } = facts
  return ticketOf(
    [
      `Why ${connection.name} is not up, ${exactTime(now)}`,
      connection.id,
      `connectionStatus: ${connection.connectionStatus ?? 'not given'}`,
      ...diagnosis.tunnels.all.map(({ label, status = 'no status', address }) =>
        [label, address, status].filter(Boolean).join('  '),
      ),
    ],
    diagnosis,
    timeline(facts),
  )
}

/** @param head what it is about and how that stands, line by line */
export function ticketOf(
  head: readonly string[],
  { causes, ruledOut, notChecked }: Findings,
  moments: readonly Moment[],
): string {
  const parts = [
    head,
    [
      'Possible causes, most likely first',
      ...(causes.length > 0 ? causes.flatMap(causeLines) : ['None found.']),
    ],
    section(
      'Not checked',
      notChecked.map(({ rule, missing, how }) => `- ${rule}: ${missing}. ${how}`),
    ),
    section(
      'Ruled out',
      ruledOut.map(({ rule, why }) => `- ${rule}: ${why}.`),
    ),
    section(
      'What happened',
      moments.map(({ at, what, by }) => `- ${exactTime(at)}  ${what}${by === undefined ? '' : `, ${by}`}`),
    ),
  ]
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function section(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines]
}

function causeLines(
  { title, likelihood, evidence, side, change, interruption }: Named<Cause>,
  index: number,
): string[] {
  return [
    `${index + 1}. ${title} (${likelihood})`,
    ...evidence.map(({ text, source, at }) => `   - ${text}. (${source}, ${exactTime(at)})`),
    `   Change, ${SIDES[side]}: ${change}`,
    ...(interruption === undefined ? [] : [`   ${interruption}`]),
  ]
}
