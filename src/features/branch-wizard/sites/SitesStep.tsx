import { Button } from '@fluentui/react-components'
import { AddRegular, TableRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import form from '../../../components/wizard/FormStep.module.css'
import { withSite } from '../../../model/branch/sites.ts'
import { SaidLines } from '../../../ui/wizard/SaidLines.tsx'
import { goToField } from '../../../ui/wizard/go-to-field.ts'
import { PictureStep } from '../PictureStep.tsx'
import { wrongSites } from '../use-wizard-state.ts'
import { useWizard } from '../wizard.ts'
import { FromFile } from './FromFile.tsx'
import { SiteForm } from './SiteForm.tsx'
import { SiteList } from './SiteList.tsx'

/** The branches: one by one, or hundreds from a file. */
export function SitesStep() {
  const { answers, around, said, checks, isTold, shownSite, showSite, put } = useWizard()
  const [fromFile, setFromFile] = useState(false)
  const { sites } = answers
  const [firstWrong] = wrongSites(checks.filter((check) => isTold(check)))
  const named = sites.findIndex(({ key }) => key === shownSite)
  const index = named >= 0 ? named : (firstWrong ?? 0)
  const site = sites[index]
  return (
    <PictureStep lead="Each branch is a VPN site: its links to the internet, and the networks behind them.">
      <div id="sites" className={form.questions}>
        <SaidLines said={said('sites')} />
        <div className={form.row}>
          <Button
            icon={<AddRegular />}
            onClick={() => {
              const next = withSite(answers, around)
              put(next)
              const added = next.sites.at(-1)
              if (!added) return
              showSite(added.key)
              // Once its form is drawn.
              requestAnimationFrame(() => goToField(`sites.${next.sites.length - 1}.name`))
            }}
          >
            Add a site
          </Button>
          <Button icon={<TableRegular />} aria-expanded={fromFile} onClick={() => setFromFile(!fromFile)}>
            Sites from a file
          </Button>
        </div>
      </div>
      {fromFile && (
        <FromFile
          onAdded={() => {
            setFromFile(false)
            // The first that has something to put right, where there is one.
            showSite('')
          }}
        />
      )}
      {sites.length > 1 && <SiteList shown={site?.key} />}
      {site && <SiteForm key={site.key} site={site} index={index} />}
    </PictureStep>
  )
}
