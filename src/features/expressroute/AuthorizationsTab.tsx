import { Field, Select } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { ErrorFacts } from '../../components/ErrorFacts.tsx'
import { SectionTable } from '../../components/fields/SectionTable.tsx'
import { RevealSecret } from '../../components/RevealSecret.tsx'
import { authorizationSection, portAuthorizations } from '../../model/circuit/authorizations.ts'
import { type Authorization, type Authorizing, readKeyAction } from '../../model/edits/authorization.ts'
import type { Estate } from '../../model/estate.ts'
import { actionPath } from '../../model/paths.ts'
import type { ExpressRouteCircuit, ExpressRoutePort } from '../../model/resources/expressroute.ts'
import { HubFailure } from '../../model/errors.ts'
import { collectionQuery } from '../../queries/resource-query.ts'
import { useAzure } from '../../queries/use-azure.ts'
import { useDemo } from '../../queries/use-demo.ts'
import { useAuthorizationKeyReader } from '../../queries/use-express-route-secrets.ts'
import { useRight } from '../../queries/use-rights.ts'
import styles from './Parts.module.css'

interface TabProps<R extends Authorizing> {
  resource: R
  estate: Estate
}

/** Who may connect to a circuit from another subscription, who does, and the keys. */
export function CircuitAuthorizationsTab({ resource, estate }: TabProps<ExpressRouteCircuit>) {
  return <Authorizations resource={resource} estate={estate} all={resource.authorizations} />
}

/** Who may make circuits on a port, who has, and the keys. */
export function PortAuthorizationsTab({ resource, estate }: TabProps<ExpressRoutePort>) {
  const { data, error } = useQuery(collectionQuery(useAzure(), `${resource.id}/authorizations`))
  if (data) return <Authorizations resource={resource} estate={estate} all={portAuthorizations(data)} />
  if (!error)
    return (
      <p className={styles.note} role="status">
        Reading the authorizations
      </p>
    )
  return (
    <>
      <p className={styles.text}>The authorizations could not be read.</p>
      {error instanceof HubFailure && <ErrorFacts error={error.error} />}
    </>
  )
}

interface AuthorizationsProps extends TabProps<Authorizing> {
  all: readonly Authorization[]
}

function Authorizations({ resource, estate, all }: AuthorizationsProps) {
  const [chosen, choose] = useState('')
  const one = all.find(({ id }) => id === chosen) ?? all[0]
  return (
    <div className={styles.page}>
      <SectionTable section={authorizationSection(resource, all, estate)} />
      <p className={styles.text}>
        <Link className={styles.link} to={actionPath(resource.id, 'authorization')}>
          Add or delete an authorization
        </Link>
      </p>
      {one && (
        <section className={styles.section} aria-labelledby="authorization-key">
          <h2 className={styles.heading} id="authorization-key">
            The key of an authorization
          </h2>
          <p className={styles.text}>
            {resource.kind === 'expressRouteCircuit'
              ? 'Whoever has it can connect a gateway to this circuit, at the cost of its owner. Hand it over with the circuit’s resource id.'
              : 'Whoever has it can make a circuit on this port. Hand it over with the port’s resource id.'}
          </p>
          <Field label="Authorization">
            <Select value={one.id} onChange={(_, { value }) => choose(value)}>
              {all.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
          <Key key={one.id} of={resource} authorization={one} />
        </section>
      )}
    </div>
  )
}

function Key({ of, authorization: { id, name } }: { of: Authorizing; authorization: Authorization }) {
  const read = useAuthorizationKeyReader()
  const action = readKeyAction(of)
  return (
    <RevealSecret
      words="authorization key"
      name={name}
      scope={id}
      action={action}
      right={useRight(action, id)}
      demo={useDemo() !== undefined}
      read={() => read(id)}
    />
  )
}
