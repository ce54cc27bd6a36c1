import { Button } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import { CopyButton } from '../CopyButton.tsx'
import { saveFile } from '../save-file.ts'
import styles from './DevicePanel.module.css'

interface DeviceFileProps {
  text: string
  /** Of the file to save. */
  name: string
  vendor: string
  /** It holds the key. */
  secret: boolean
}

/** The marks that somebody has to fill in stand out. */
const MARK = /(REPLACE_[A-Z0-9_]+)/

/** A configuration to read, copy and save. */
export function DeviceFile({ text, name, vendor, secret }: DeviceFileProps) {
  return (
    <div className={styles.file}>
      <div className={styles.bar}>
        <span className={styles.name}>{name}</span>
        <CopyButton text={text} label="Copy the configuration" worded />
        <Button
          size="small"
          icon={<ArrowDownloadRegular />}
          onClick={() => saveFile(name, text, 'text/plain')}
        >
          {secret ? 'Save with the key' : 'Save'}
        </Button>
      </div>
      <ScrollRegion className={styles.scroll} label={`Configuration for ${vendor}`}>
        <pre className={styles.code}>
          <code dir="ltr" translate="no">
            {text.split(MARK).map((part, index) =>
              // Every second part is what the pattern found.
              index % 2 === 1 ? (
                <mark key={index} className={styles.mark}>
                  {part}
                </mark>
              ) : (
                part
              ),
            )}
          </code>
        </pre>
      </ScrollRegion>
    </div>
  )
}
