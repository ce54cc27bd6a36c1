import { CopyButton } from '../../../components/CopyButton.tsx'
import { JsonText } from '../../../components/JsonText.tsx'
import { azRest } from '../../../model/export/az-rest.ts'
import { sentenceList } from '../../../model/format.ts'
import type { ShownRequest } from '../../../queries/edit-request.ts'
import styles from './Edit.module.css'

/** The exact request, folded, to be read or sent from elsewhere. */
export function EditRequest({ request }: { request: ShownRequest }) {
  const { method, url, body } = request
  const bash = azRest(request, 'bash')
  const powerShell = azRest(request, 'PowerShell')
  return (
    <details className={styles.request}>
      <summary>Request</summary>
      <p className={styles.address}>
        <bdi>
          {method} {decodeURI(url)}
        </bdi>
      </p>
      {body.is === 'json' && (
        <JsonText wrapped text={JSON.stringify(body.json, null, 2)} label="Body of the request" />
      )}
      <p className={styles.copies}>
        <CopyButton worded text={bash.command} label="Copy as az rest" />
        <CopyButton worded text={powerShell.command} label="Copy for PowerShell" />
      </p>
      {bash.placeholders.length > 0 && (
        <p className={styles.note}>
          {sentenceList(bash.placeholders)} stands for a value that is cut out here. What is sent holds the
          value as it is in Azure; in a copied command it has to be filled in.
        </p>
      )}
    </details>
  )
}
