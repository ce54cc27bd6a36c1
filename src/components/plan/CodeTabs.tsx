import { Tab, TabList } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { useId, useState } from 'react'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import { CopyButton } from '../CopyButton.tsx'
import { JsonText } from '../JsonText.tsx'
import { saveFile } from '../save-file.ts'
import styles from './CodeTabs.module.css'

/** One way to write a plan down: what is shown is what is copied and saved. */
export interface CodeTab {
  /** `ARM template` */
  name: string
  text: string
  /** `s2s-vgw-sdc-prod.json` */
  fileName: string
  is: 'json' | 'text'
}

interface CodeTabsProps {
  tabs: readonly CodeTab[]
  /** What holds for all of them: "The key is a secure parameter in all of them". */
  note: string
}

/** A plan as code, one form at a time, to copy or to keep as a file. */
export function CodeTabs({ tabs, note }: CodeTabsProps) {
  const id = useId()
  const [chosen, setChosen] = useState<string>()
  const tab = tabs.find(({ name }) => name === chosen) ?? tabs[0]
  if (!tab) return null
  return (
    <section aria-label="Code">
      <div className={styles.bar}>
        <TabList
          className={styles.tabs}
          size="small"
          selectedValue={tab.name}
          onTabSelect={(_, { value }) => setChosen(String(value))}
        >
          {tabs.map(({ name }) => (
            <Tab
              key={name}
              value={name}
              id={`${id}-${name}`}
              aria-controls={name === tab.name ? `${id}-code` : undefined}
            >
              {name}
            </Tab>
          ))}
        </TabList>
        <span className={styles.tools}>
          <span className={styles.note}>{note}</span>
          <CopyButton key={tab.name} text={tab.text} label={`Copy: ${tab.name}`} />
          <button
            type="button"
            className={styles.button}
            aria-label={`Download: ${tab.name}`}
            title={`Download ${tab.fileName}`}
            onClick={() =>
              saveFile(tab.fileName, tab.text, tab.is === 'json' ? 'application/json' : 'text/plain')
            }
          >
            <ArrowDownloadRegular aria-hidden />
          </button>
        </span>
      </div>
      <div id={`${id}-code`} role="tabpanel" aria-labelledby={`${id}-${tab.name}`} className={styles.panel}>
        {tab.is === 'json' ? (
          <JsonText text={tab.text} label={tab.name} />
        ) : (
          <ScrollRegion className={styles.plain} label={tab.name}>
            <pre className={styles.code}>
              <code dir="ltr">{tab.text}</code>
            </pre>
          </ScrollRegion>
        )}
      </div>
    </section>
  )
}
