import { commented, KEY_MARK } from './hostile.ts'
import { type DeviceSettings, openValues } from './settings.ts'

/** A file for a device, or why none is made: whole sentences. */
export type Rendered = { is: 'text'; text: string } | { is: 'refused'; reasons: readonly string[] }

interface Head {
  vendor: string
  proven: readonly string[]
  /** What the file leaves to whoever knows the device. */
  marks: readonly { mark: string; why: string }[]
  /** Whether the key is in the file. */
  key: boolean
  /** What comes after: of the marks those are told that stand in it. */
  body: readonly string[]
}

/** What every file says first, as lines of comment without their sign. Names are made harmless here. */
export function headOf(settings: DeviceSettings, { vendor, proven, marks, key, body }: Head): string[] {
  const { connection, gateway, site, notes } = settings
  const text = body.join('\n')
  const all = [
    ...openValues(settings),
    ...marks,
    ...(key ? [] : [{ mark: KEY_MARK, why: 'the shared key, the same as in Azure' }]),
  ].filter(({ mark }) => text.includes(mark))
  return [
    `${vendor}: the far side of the Azure connection ${commented(connection)},`,
    `from ${commented(site)} to ${commented(gateway)}.`,
    '',
    'Review before applying.',
    ...proven,
    ...(key ? ['This file holds the shared key: keep it as you keep the key.'] : []),
    ...notes.map(commented),
    ...(all.length > 0 ? ['', 'Fill in before use:'] : []),
    ...all.map(({ mark, why }) => `  ${mark}: ${commented(why)}`),
  ]
}

/** What keeps any file from being made. */
export function refusals({ authentication, selectors }: DeviceSettings): string[] {
  return [
    ...(authentication === 'certificate'
      ? ['This connection authenticates with certificates; configurations are made for shared keys only.']
      : []),
    ...(selectors.is === 'unknown' ? [selectors.why] : []),
  ]
}
