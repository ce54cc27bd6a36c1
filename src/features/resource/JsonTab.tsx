import { useMemo, useState } from 'react'
import { Age } from '../../components/Age.tsx'
import { CopyButton } from '../../components/CopyButton.tsx'
import { JsonText } from '../../components/JsonText.tsx'
import { saveFile } from '../../components/save-file.ts'
import type { Resource } from '../../model/resources/resource.ts'
import { fileName } from './file-name.ts'
import { hasSensitive, maskSensitive } from '../../components/fields/mask.ts'
import { readFrom } from './read-words.ts'
import styles from './JsonTab.module.css'

/** The answer as ARM sent it, without secrets. What is copied and saved is what is shown. */
export function JsonTab({ resource }: { resource: Resource }) {
  const { body, name, source, readAt } = resource
  const [keyShown, setKeyShown] = useState(false)
  const sensitive = useMemo(() => hasSensitive(body), [body])
  const text = useMemo(() => JSON.stringify(keyShown ? body : maskSensitive(body), null, 2), [body, keyShown])
  return (
    <section aria-label="JSON">
      <div className={styles.bar}>
        <p className={styles.read}>
          {readFrom(source)}, <Age at={readAt} style="ago" />. Secrets are cut out when an answer arrives.
        </p>
        <div className={styles.actions}>
          {sensitive && (
            <button type="button" className={styles.action} onClick={() => setKeyShown(!keyShown)}>
              {keyShown ? 'Hide service key' : 'Show service key'}
            </button>
          )}
          <CopyButton worded text={text} label="Copy JSON" />
          <button
            type="button"
            className={styles.action}
            onClick={() => saveFile(fileName(name, 'json'), text)}
          >
            Download
          </button>
        </div>
      </div>
      <JsonText text={text} label="JSON of the resource" />
    </section>
  )
}
