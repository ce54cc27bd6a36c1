import { Button } from '@fluentui/react-components'
import { AddRegular, DeleteRegular } from '@fluentui/react-icons'
import { useMemo } from 'react'
import type { Site } from '../../../model/site-to-site/answers.ts'
import { nameOfId } from '../../../model/paths.ts'
import { siteNameOf } from '../../../model/site-to-site/place.ts'
import { withoutSite, withSite } from '../../../model/site-to-site/sites.ts'
import { PickField } from '../../../ui/wizard/PickField.tsx'
import { ChoiceField } from '../../../ui/wizard/ChoiceField.tsx'
import { SaidLines } from '../../../ui/wizard/SaidLines.tsx'
import { PictureStep } from '../PictureStep.tsx'
import { optionOf } from '../../../components/wizard/answer-fields.tsx'
import { TextAnswer } from '../fields.ts'
import styles from '../../../components/wizard/FormStep.module.css'
import { siteOptions } from './site-options.ts'
import { withSiteAt } from '../with-answers.ts'
import { useWizard } from '../wizard.ts'
import { NewSite } from './NewSite.tsx'

/** The devices on-premises, one after the other. */
export function SitesStep() {
  const { answers, around, edit, said } = useWizard()
  const { sites, goal } = answers
  return (
    <PictureStep lead="Each device is a local network gateway in Azure: where it is, and what is behind it.">
      <SaidLines id="sites" said={said('sites')} />
      {sites.map((site, index) => (
        <section key={site.key} className={styles.site} aria-labelledby={`site-${site.key}`}>
          <div className={styles.siteHead}>
            <h2 id={`site-${site.key}`} className={styles.heading} tabIndex={-1}>
              Device {index + 1}
            </h2>
            {sites.length > goal.devices && (
              <Button
                appearance="subtle"
                size="small"
                icon={<DeleteRegular />}
                aria-label={`Remove ${siteNameOf(site) || `device ${index + 1}`}`}
                onClick={() => edit('sites', (now) => withoutSite(now, index, around))}
              >
                Remove
              </Button>
            )}
          </div>
          <SiteAnswers site={site} index={index} />
        </section>
      ))}
      <div>
        <Button icon={<AddRegular />} onClick={() => edit('goal', (now) => withSite(now, around))}>
          Add a device
        </Button>
      </div>
    </PictureStep>
  )
}

function SiteAnswers({ site, index }: { site: Site; index: number }) {
  const { around, edit, said } = useWizard()
  const field = `sites.${index}`
  const { estate } = around
  const options = useMemo(() => siteOptions(estate), [estate])
  const chosen = optionOf(site.existing, options)
  return (
    <>
      {options.length > 0 && (
        <ChoiceField
          id={`${field}.use`}
          label="Local network gateway"
          value={site.use}
          choices={[
            { value: 'new', label: 'Create a new one' },
            { value: 'existing', label: 'Use one that is there' },
          ]}
          onChange={(use) => edit(`${field}.use`, (now) => withSiteAt(now, index, { use }))}
        />
      )}
      {site.use === 'existing' ? (
        <PickField
          id={`${field}.existing`}
          label="Which one"
          placeholder="Choose one, or paste its id"
          help={chosen?.facts}
          said={said(`${field}.existing`)}
          options={options}
          text={chosen?.label ?? (site.existing === '' ? '' : nameOfId(site.existing))}
          chosen={chosen?.value}
          onPick={(existing) => edit(`${field}.existing`, (now) => withSiteAt(now, index, { existing }))}
        />
      ) : (
        <>
          <TextAnswer
            field={`${field}.name`}
            label="Name"
            value={site.name}
            set={(now, name) => withSiteAt(now, index, { name })}
          />
          <NewSite site={site} index={index} />
        </>
      )}
    </>
  )
}
