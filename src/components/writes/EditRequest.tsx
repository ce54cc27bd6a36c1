import { CopyButton } from '../CopyButton.tsx'
import { JsonText } from '../JsonText.tsx'
import { azRest } from '../../model/export/az-rest.ts'
import { sentenceList } from '../../model/format.ts'
import type { ShownRequest } from '../../model/requests/logged-request.ts'
import styles from './Writes.module.css'

interface EditRequestProps {
  request: ShownRequest
  /** The same as a command of the Azure CLI, where there is one. */
  az?: string | undefined
  /** Of the resource, where there are several requests. */
  name?: string | undefined
}

/** The exact request, folded, to be read or sent from elsewhere. */
export function EditRequest({ request, az, name }: EditRequestProps) {
  const { method, url, body, lacksKey } = request
  const bash = azRest(request, 'bash')
  const powerShell = azRest(request, 'PowerShell')
  return (
    <details className={styles.request}>
      <summary>
        Request
        {name !== undefined && (
          <>
            {' '}
            of <bdi>{name}</bdi>
          </>
        )}
      </summary>
      <p className={styles.address}>
        <bdi>
          {method} {decodeURI(url)}
        </bdi>
      </p>
      {body.is === 'json' && (
        <JsonText wrapped text={JSON.stringify(body.json, null, 2)} label="Body of the request" />
      )}
      {az !== undefined && (
        <p className={styles.address}>
          <bdi>{az}</bdi>
        </p>
      )}
      <p className={styles.copies}>
        {az !== undefined && <CopyButton worded text={az} label="Copy for the Azure CLI" />}
        <CopyButton worded text={bash.command} label="Copy as az rest" />
        <CopyButton worded text={powerShell.command} label="Copy for PowerShell" />
      </p>
      {lacksKey && (
        <p className={styles.note}>
          The shared key is not shown here. What is sent carries the key that the connection has, where you
          may read it, so that it stays as it is; a copied command goes without it.
        </p>
      )}
      {bash.placeholders.length > 0 && (
        <p className={styles.note}>
          {sentenceList(bash.placeholders)} stands for a value that is cut out here. What is sent holds the
          value; in a copied command it has to be filled in.
        </p>
      )}
    </details>
  )
}
