import { RevealSecret } from '../../../components/RevealSecret.tsx'
import { READ_KEY } from '../../../model/edits/shared-key.ts'
import type { Connection } from '../../../model/resources/vpn.ts'
import { useDemo } from '../../../queries/use-demo.ts'
import { useRight } from '../../../queries/use-rights.ts'
import { useSharedKeyReader } from '../../../queries/use-shared-key.ts'
import parts from '../../../components/vpn/Parts.module.css'
import styles from '../parts.module.css'

export function RevealKey({ connection }: { connection: Connection }) {
  const { id, name } = connection
  const read = useSharedKeyReader()
  return (
    <section className={styles.section} aria-labelledby="reveal-key">
      <h2 className={parts.heading} id="reveal-key">
        The key as Azure has it
      </h2>
      <RevealSecret
        words="shared key"
        name={name}
        scope={id}
        action={READ_KEY}
        right={useRight(READ_KEY, id)}
        demo={useDemo() !== undefined}
        read={() => read(id)}
      />
    </section>
  )
}
