import { type DeviceValue, valuesText } from '../../model/device/values.ts'
import { CopyButton } from '../CopyButton.tsx'
import styles from './DevicePanel.module.css'

/** More than anybody reads in one cell. */
const SHOWN = 20

/** What to enter by hand on a device that has no file here. */
export function DeviceValues({ values }: { values: readonly DeviceValue[] }) {
  return (
    <section className={styles.section} aria-labelledby="device-values">
      <div className={styles.bar}>
        <h2 className={styles.heading} id="device-values">
          Values for any device
        </h2>
        <CopyButton text={valuesText(values)} label="Copy all values" worded />
      </div>
      <table className={styles.values} aria-labelledby="device-values">
        <thead className={styles.unseen}>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Value</th>
          </tr>
        </thead>
        <tbody>
          {values.map(({ label, values: all, missing }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>
                {missing === undefined ? (
                  <ul className={styles.list}>
                    {all.slice(0, SHOWN).map((value) => (
                      <li key={value}>{value}</li>
                    ))}
                    {all.length > SHOWN && <li>and {all.length - SHOWN} more, which are copied as well</li>}
                  </ul>
                ) : (
                  <span className={styles.missing}>{missing}</span>
                )}
              </td>
              <td className={styles.copy}>
                {missing === undefined && <CopyButton text={all.join(', ')} label={`Copy ${label}`} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>The shared key is not among them.</p>
    </section>
  )
}
