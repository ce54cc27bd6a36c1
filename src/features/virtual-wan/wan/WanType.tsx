import { useId } from 'react'
import { CheckmarkRegular, DismissRegular } from '@fluentui/react-icons'
import type { VirtualWan } from '../../../model/resources/virtual-wan.ts'
import { CAPABILITIES, wanTypeOf, wanTypeWords } from '../../../model/virtual-wan/wan-types.ts'
import parts from '../Parts.module.css'
import styles from './WanType.module.css'

/** What the type of a WAN allows, beside what the other one does. */
export function WanType({ wan }: { wan: VirtualWan }) {
  const id = useId()
  const type = wanTypeOf(wan)
  return (
    <section className={parts.section} aria-labelledby={id}>
      <h2 className={parts.heading} id={id}>
        What the type allows
      </h2>
      <p className={parts.text}>
        <bdi>{wanTypeWords(wan)}</bdi>
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Traffic</th>
            <Head name="Basic" own={type === 'basic'} />
            <Head name="Standard" own={type === 'standard'} />
          </tr>
        </thead>
        <tbody>
          {CAPABILITIES.map(({ what, basic, standard }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <Allowed is={basic} own={type === 'basic'} />
              <Allowed is={standard} own={type === 'standard'} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Head({ name, own }: { name: string; own: boolean }) {
  return (
    <th scope="col" className={own ? styles.own : undefined}>
      {name}
      {own && ', this one'}
    </th>
  )
}

function Allowed({ is, own }: { is: boolean; own: boolean }) {
  return (
    <td className={own ? styles.own : undefined}>
      <span className={styles.allowed}>
        {is ? <CheckmarkRegular aria-hidden /> : <DismissRegular aria-hidden />}
        {is ? 'yes' : 'no'}
      </span>
    </td>
  )
}
