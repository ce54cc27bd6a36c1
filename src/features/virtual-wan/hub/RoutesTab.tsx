import { Select } from '@fluentui/react-components'
import { useId, useState, type ReactNode } from 'react'
import { QuestionPanel } from '../../../components/QuestionPanel.tsx'
import type { RouteColumn } from '../../../components/routes/route-column.ts'
import { RouteBrowser } from '../../../components/routes/RouteBrowser.tsx'
import type { HubRoute } from '../../../model/diagnostics/hub-route.ts'
import { HUB_QUESTIONS } from '../../../model/diagnostics/questions.ts'
import type { Estate } from '../../../model/estate.ts'
import { nameOfId } from '../../../model/paths.ts'
import type { VirtualHub } from '../../../model/resources/virtual-wan.ts'
import { routeFindings } from '../../../model/virtual-wan/findings/route-findings.ts'
import { isDefaultTable } from '../../../model/virtual-wan/hub-routing.ts'
import { isRouted } from '../../../model/virtual-wan/readiness.ts'
import { type RoutedChoice, routedChoices } from '../../../model/virtual-wan/routed-choices.ts'
import { useDemo } from '../../../queries/use-demo.ts'
import { readChildren, useHubChildren } from '../../../queries/use-hub-children.ts'
import { useEffectiveRoutes } from '../../../queries/use-hub-questions.ts'
import styles from '../Parts.module.css'

interface RoutesTabProps {
  resource: VirtualHub
  estate: Estate
}

/** The routes a hub follows, for one of its route tables or for one thing that is connected to it. */
export default function RoutesTab({ resource: hub, estate }: RoutesTabProps) {
  const id = useId()
  const [chosen, setChosen] = useState<string>()
  const children = useHubChildren(hub.id)
  const groups = routedChoices(hub, estate, readChildren(children))
  const all = groups.flatMap(({ choices }) => choices)
  // What is chosen may be gone, and more may still arrive.
  const choice = all.find(({ resourceId }) => resourceId === chosen) ?? all[0]
  const reading = Object.values(children).some(({ is }) => is === 'asking')
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 className={styles.heading} id={id}>
        Effective routes
      </h2>
      {!isRouted(hub) && (
        <p className={styles.text}>
          Its router is {hub.routingState ?? 'in a state that Azure does not give'}, so what Azure answers may
          lack routes.
        </p>
      )}
      {choice === undefined ? (
        <p className={styles.text} role={reading ? 'status' : undefined}>
          {reading
            ? 'Its route tables and connections are being read.'
            : 'No route table and no connection of the hub could be read, so there is nothing to ask for.'}
        </p>
      ) : (
        <Effective key={choice.resourceId} hub={hub} estate={estate} choice={choice}>
          <Chooser groups={groups} value={choice.resourceId} onChoose={setChosen} />
        </Effective>
      )}
    </section>
  )
}

interface ChooserProps {
  groups: ReturnType<typeof routedChoices>
  value: string
  onChoose: (id: string) => void
}

function Chooser({ groups, value, onChoose }: ChooserProps) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id}>Routes of</label>
      <Select id={id} value={value} onChange={(_, picked) => onChoose(picked.value)}>
        {groups.map(({ title, choices }) => (
          <optgroup key={title} label={title}>
            {choices.map(({ resourceId, name }) => (
              <option key={resourceId} value={resourceId}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
    </div>
  )
}

interface EffectiveProps {
  hub: VirtualHub
  estate: Estate
  choice: RoutedChoice
  children: ReactNode
}

/** Azure's limit of routes in a hub (Virtual WAN 15.3, finding VW-021). */
const MOST_ROUTES = 10_000

function Effective({ hub, estate, choice, children }: EffectiveProps) {
  const routes = useEffectiveRoutes(hub.id, choice)
  const demo = useDemo() !== undefined
  return (
    <div className={styles.section}>
      <div className={styles.row}>{children}</div>
      <div className={styles.wide}>
        <QuestionPanel
          question={HUB_QUESTIONS.effectiveRoutes}
          name={hub.name}
          state={routes}
          right={routes.right}
          demo={demo}
          subscriptions={estate.subscriptions}
          before={<p className={styles.note}>The routes stand here once Azure was asked.</p>}
        >
          {(answer) => (
            <>
              {answer.length > MOST_ROUTES * 0.9 && (
                <p className={styles.text}>
                  A hub holds {MOST_ROUTES.toLocaleString('en-GB')} routes at most; announce summaries before
                  it is full.
                </p>
              )}
              {isDefaultTable(choice.resourceId) &&
                routeFindings(hub, estate, answer).map(({ rule, what, why, change }) => (
                  <p key={rule} className={styles.text}>
                    <span className={styles.strong}>
                      <bdi>{what}.</bdi>
                    </span>{' '}
                    {why} {change}
                  </p>
                ))}
              {answer.length === 0 ? (
                <p className={styles.text}>Azure tells of no route.</p>
              ) : (
                <RouteBrowser
                  rows={answer}
                  columns={COLUMNS}
                  prefixOf={prefixOf}
                  title={`Effective routes of ${choice.name}`}
                  fileName={`${hub.name}-${choice.name}-effective-routes.csv`}
                />
              )}
            </>
          )}
        </QuestionPanel>
      </div>
    </div>
  )
}

const prefixOf = ({ prefix }: HubRoute) => prefix

/** What is an id is called by its last name. */
const shortOf = (text: string) => (text.startsWith('/') ? nameOfId(text) : text)

const COLUMNS: readonly RouteColumn<HubRoute>[] = [
  { name: 'Prefix', of: prefixOf, width: 1.1 },
  { name: 'Next hop type', of: ({ nextHopType }) => nextHopType, width: 1.5, choice: true },
  {
    name: 'Next hop',
    of: ({ nextHops }) => nextHops.map(shortOf).join(', ') || undefined,
    whole: ({ nextHops }) => nextHops.join(' '),
    width: 1.3,
  },
  { name: 'AS path', of: ({ asPath }) => asPath, width: 1.6 },
  {
    name: 'Origin',
    of: ({ origin }) => (origin === undefined ? undefined : shortOf(origin)),
    whole: ({ origin }) => origin,
    width: 1.3,
    choice: true,
  },
]
