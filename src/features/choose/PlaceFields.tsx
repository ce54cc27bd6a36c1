import { Field, Select } from '@fluentui/react-components'
import { knownLocations } from '../../model/circuit/locations.ts'
import type { Answers, Place } from '../../model/choose/answers.ts'
import type { EstateFacts } from '../../model/choose/estate-facts.ts'
import { VENDORS } from '../../model/device/vendors.ts'
import { knownRegions, regionName } from '../../model/resources/regions.ts'
import styles from './PlaceFields.module.css'

interface PlaceFieldsProps {
  answers: Answers
  facts: EstateFacts
  onChange: (answers: Answers, of: string) => void
}

/** What a set-up that is started from here begins with. A peering location says too which circuits of the estate count. */
export function PlaceFields({ answers, facts, onChange }: PlaceFieldsProps) {
  const { place } = answers
  const set = (change: Partial<Place>) =>
    onChange({ ...answers, place: { ...place, ...change } }, `place ${Object.keys(change).join()}`)
  const locations = [...new Set([...knownLocations(), ...facts.circuits.map(({ at }) => at), place.location])]
    .filter((one) => one !== '')
    .toSorted((one, other) => one.localeCompare(other))
  const regions = [...new Set([...knownRegions(), place.region])]
    .filter((one) => one !== '')
    .toSorted((one, other) => regionName(one).localeCompare(regionName(other)))
  return (
    <section className={styles.place} aria-labelledby="place">
      <h2 id="place" className={styles.title}>
        For the set-up
      </h2>
      <p className={styles.lead}>
        A set-up that you start from here begins with these, devices and their maker that of a VPN gateway. A
        peering location also says which of your circuits count.
      </p>
      <div className={styles.fields}>
        <Field label="Azure region">
          <Select value={place.region} onChange={(_, { value }) => set({ region: value })}>
            <option value="">Not told</option>
            {regions.map((region) => (
              <option key={region} value={region}>
                {regionName(region)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Peering location">
          <Select value={place.location} onChange={(_, { value }) => set({ location: value })}>
            <option value="">Not told</option>
            {locations.map((location) => (
              <option key={location}>{location}</option>
            ))}
          </Select>
        </Field>
        <Field label="VPN devices on-premises">
          <Select
            value={place.devices}
            onChange={(_, { value }) => set({ devices: value === '1' || value === '2' ? value : '' })}
          >
            <option value="">Not told</option>
            <option value="1">One</option>
            <option value="2">Two</option>
          </Select>
        </Field>
        <Field label="Maker of the VPN device">
          <Select value={place.vendor} onChange={(_, { value }) => set({ vendor: value })}>
            <option value="">Not told</option>
            {VENDORS.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      </div>
    </section>
  )
}
