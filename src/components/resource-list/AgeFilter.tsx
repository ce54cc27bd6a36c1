import { useState } from 'react'
import styles from './Panel.module.css'

const UNITS = [
  { seconds: 60, label: 'minutes' },
  { seconds: 3_600, label: 'hours' },
  { seconds: 86_400, label: 'days' },
]

interface AgeFilterProps {
  seconds: string | undefined
  onChange: (values: string[]) => void
}

/** Read longer ago than so many minutes, hours or days. */
export function AgeFilter({ seconds, onChange }: AgeFilterProps) {
  const given = Number(seconds ?? '')
  const [unit, setUnit] = useState(
    () => UNITS.findLast((one) => given > 0 && given % one.seconds === 0)?.seconds ?? 60,
  )
  const [number, setNumber] = useState(given > 0 ? String(given / unit) : '')

  function change(nextNumber: string, nextUnit: number) {
    setNumber(nextNumber)
    setUnit(nextUnit)
    const total = Math.round(Number(nextNumber) * nextUnit)
    onChange(total > 0 && Number.isFinite(total) ? [String(total)] : [])
  }

  return (
    <div className={styles.age}>
      <span>Read more than</span>
      <input
        type="number"
        min={0}
        className={styles.input}
        aria-label="How many"
        value={number}
        onChange={(event) => change(event.target.value, unit)}
      />
      <select
        className={styles.input}
        aria-label="Unit"
        value={unit}
        onChange={(event) => change(number, Number(event.target.value))}
      >
        {UNITS.map((one) => (
          <option key={one.label} value={one.seconds}>
            {one.label}
          </option>
        ))}
      </select>
      <span>ago</span>
    </div>
  )
}
