import { isPrivateAsn } from '../edits/microsoft-peering.ts'
import { isTouched } from '../wizard/touched.ts'
import type { Answers, CircuitAnswers, MicrosoftAnswers } from './answers.ts'
import { inTurn } from './in-turn.ts'
import { isMicrosoftMissing } from './microsoft.ts'
import { freeVlan } from './peering-defaults.ts'
import type { Surroundings } from './surroundings.ts'

/** What of each Microsoft peering that is to be made follows from the rest; public subnets and prefixes are nobody's to propose. */
export function microsoftDefaults(answers: Answers, around: Surroundings): CircuitAnswers[] {
  return inTurn(answers.circuits, (circuit, index, before) =>
    isMicrosoftMissing(circuit, answers, around)
      ? { ...circuit, microsoft: proposed(circuit, index, before, answers, around) }
      : circuit,
  )
}

function proposed(
  circuit: CircuitAnswers,
  index: number,
  before: readonly CircuitAnswers[],
  answers: Answers,
  around: Surroundings,
): MicrosoftAnswers {
  const { microsoft } = circuit
  const isFree = (member: keyof MicrosoftAnswers) =>
    !isTouched(answers, `circuits.${index}.microsoft.${member}`)
  const isEmpty = (member: 'asn' | 'vlan' | 'prefixes' | 'prefixes6') =>
    microsoft[member] === '' && isFree(member)
  // The same organisation announces the same prefixes over both circuits.
  const first = before.find((one) => one.microsoft.wanted)?.microsoft
  const { asn } = circuit.peering
  const own = isPrivateAsn(Number(asn)) ? '' : asn
  return {
    ...microsoft,
    asn: isEmpty('asn') ? (first?.asn ?? own) : microsoft.asn,
    vlan: isEmpty('vlan')
      ? String(freeVlan([...before, ...answers.circuits.slice(index)], around))
      : microsoft.vlan,
    prefixes: isEmpty('prefixes') ? (first?.prefixes ?? '') : microsoft.prefixes,
    prefixes6: isEmpty('prefixes6') ? (first?.prefixes6 ?? '') : microsoft.prefixes6,
    customerAsn: isFree('customerAsn')
      ? (first?.customerAsn ?? microsoft.customerAsn)
      : microsoft.customerAsn,
    registry: isFree('registry') ? (first?.registry ?? microsoft.registry) : microsoft.registry,
    routeFilter: isFree('routeFilter')
      ? (first?.routeFilter ?? microsoft.routeFilter)
      : microsoft.routeFilter,
    routeFilter6: isFree('routeFilter6')
      ? (first?.routeFilter6 ?? microsoft.routeFilter6)
      : microsoft.routeFilter6,
  }
}
