import { keyOf } from '../../paths.ts'
import type { About, DrawnField, DrawnProblem } from '../drawn-form.ts'
import { wrong } from './said.ts'

interface Place {
  group: string
  location: string
}

/** Where something new is to be: lists of what Azure told, else text. @param hint of the region */
export function placeFields({ group, location }: Place, { places }: About, hint?: string): DrawnField[] {
  const said = hint === undefined ? {} : { hint }
  return [
    places?.groups === undefined
      ? { is: 'text', name: 'group', label: 'Resource group', hint: 'One that is there' }
      : {
          is: 'choice',
          name: 'group',
          label: 'Resource group',
          options: withNow(
            group,
            places.groups.map(({ name }) => ({ value: name, label: name })),
          ),
        },
    places?.regions === undefined
      ? { is: 'text', name: 'location', label: 'Region', hint: 'As Azure names it, such as westeurope' }
      : {
          is: 'choice',
          name: 'location',
          label: 'Region',
          ...said,
          options: withNow(
            location,
            places.regions.map(({ name, title }) => ({ value: name, label: title })),
          ),
        },
  ]
}

export function placeProblems({ group, location }: Place, { places }: About): DrawnProblem[] {
  const { groups, regions } = places ?? {}
  const noGroup = groups && !groups.some(({ name }) => keyOf(name) === keyOf(group.trim()))
  const noRegion = regions ? !regions.some(({ name }) => name === location) : !/^[a-z0-9]+$/.test(location)
  return [
    ...(group.trim() === '' ? [wrong('group', 'Enter the name of a resource group.')] : []),
    ...(noGroup && group.trim() !== ''
      ? [wrong('group', `There is no resource group ${group.trim()} in this subscription.`)]
      : []),
    ...(noRegion
      ? [
          wrong(
            'location',
            regions ? 'This subscription has no such region.' : 'A region looks like westeurope.',
          ),
        ]
      : []),
  ]
}

interface Option {
  value: string
  label: string
}

/** By their words, with what stands there now: a group may be spelt in another way in an id. */
function withNow(now: string, options: readonly Option[]): Option[] {
  const spelt = options.map((one) =>
    one.value !== now && keyOf(one.value) === keyOf(now) ? { value: now, label: one.label } : one,
  )
  const all = spelt.some(({ value }) => value === now)
    ? spelt
    : [{ value: now, label: now || 'Choose one' }, ...spelt]
  return all.toSorted((one, other) => one.label.localeCompare(other.label))
}
