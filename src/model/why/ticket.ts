import { exactTime } from '../format.ts'
import type { Named, Diagnosis } from './diagnose.ts'
import type { Facts } from './facts.ts'
import type { Cause, Side } from './finding.ts'
import { timeline } from './timeline.ts'

const SIDES: Record<Side, string> = {
  azure: 'in Azure',
  'on-premises': 'on the on-premises device',
  both: 'on both sides',
}

export function sideWords(side: Side): string {
  return SIDES[side]
}

/** The diagnosis as plain text for a ticket. It holds no secret, and of a pasted log the known phrases alone. */
export function ticketText(facts: Facts, diagnosis: Diagnosis): string {
  const { connection, now } = facts
  const { tunnels, causes, ruledOut, notChecked } = diagnosis
  const parts = [
    [
      `Why ${connection.name} is not up, ${exactTime(now)}`,
      connection.id,
      `connectionStatus: ${connection.connectionStatus ?? 'not given'}`,
      ...tunnels.all.map(({ label, status = 'no status', address }) =>
        [label, address, status].filter(Boolean).join('  '),
      ),
    ],
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
      timeline(facts).map(
        ({ at, what, by }) => `- ${exactTime(at)}  ${what}${by === undefined ? '' : `, ${by}`}`,
      ),
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
