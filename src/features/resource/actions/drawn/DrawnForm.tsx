import { Button } from '@fluentui/react-components'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { FormBody, FormDialog } from '../../../../components/writes/FormDialog.tsx'
import { saveFile } from '../../../../components/save-file.ts'
import type {
  About,
  DrawnForm as Form,
  DrawnSecrets,
  DrawnValues,
} from '../../../../model/edits/drawn-form.ts'
import { readLike } from '../../../../model/edits/drawn-form.ts'
import { secretOf } from '../../../../model/edits/write.ts'
import { keyOf, nameOfId } from '../../../../model/paths.ts'
import type { Resource } from '../../../../model/resources/resource.ts'
import { useForm } from '../../../../queries/use-action.ts'
import { regionsQuery, resourceGroupsQuery } from '../../../../queries/surroundings-query.ts'
import { useAzure } from '../../../../queries/use-azure.ts'
import { collectionQuery } from '../../../../queries/resource-query.ts'
import type { ActionFormProps } from '../action-form.ts'
import { ConfigureDialog } from '../configure/ConfigureDialog.tsx'
import { DrawnFields } from './DrawnFields.tsx'

interface DrawnFormProps<R extends Resource, V extends DrawnValues> extends ActionFormProps<R> {
  form: Form<R, V>
}

/** A form that is drawn from data, once what it reads has been read. */
export function DrawnForm<R extends Resource, V extends DrawnValues>({
  form,
  ...props
}: DrawnFormProps<R, V>) {
  const { resource, estate, open, onClose } = props
  const azure = useAzure()
  const collections = form.reads?.(resource, estate) ?? []
  const also = form.also?.(resource, estate).filter((path) => !collections.includes(path)) ?? []
  const reads = useQueries({ queries: collections.map((path) => collectionQuery(azure, path)) })
  const more = useQueries({ queries: also.map((path) => collectionQuery(azure, path)) })
  const subscriptionId = form.placed ? resource.subscriptionId : ''
  const regions = useQuery(regionsQuery(azure, subscriptionId))
  const groups = useQuery(resourceGroupsQuery(azure, subscriptionId))
  const waits = [...more, ...(form.placed ? [regions, groups] : [])].some(({ isPending }) => isPending)
  const failed = reads.findIndex(({ data, error }) => data === undefined && error !== null)
  if (waits || reads.some(({ data }) => data === undefined))
    return (
      <FormDialog open={open} onClose={onClose}>
        <Reading
          title={form.title}
          name={resource.name}
          failed={
            failed < 0
              ? undefined
              : `${nameOfId(collections[failed] ?? '')} of ${resource.name} could not be read: ${reads[failed]?.error?.message ?? ''}`
          }
          onClose={onClose}
          onAgain={() => reads.forEach(({ data, refetch }) => data === undefined && void refetch())}
        />
      </FormDialog>
    )
  const known = new Map(
    [...collections, ...also].map((path, index) => [keyOf(path), [...reads, ...more][index]?.data ?? []]),
  )
  const places = {
    ...(regions.data && { regions: regions.data }),
    ...(groups.data && { groups: groups.data }),
  }
  return (
    <Read
      {...props}
      form={form}
      found={(path) => known.get(keyOf(path)) ?? []}
      {...(form.placed && { places })}
    />
  )
}

interface ReadingProps {
  title: string
  name: string
  failed: string | undefined
  onClose: () => void
  onAgain: () => void
}

function Reading({ title, name, failed, onClose, onAgain }: ReadingProps) {
  const form = useRef<HTMLDivElement>(null)
  return (
    <FormBody
      form={form}
      title={
        <>
          {title} <bdi>{name}</bdi>
        </>
      }
      status={failed ?? 'Reading what is there now'}
      actions={
        <>
          <Button onClick={onClose}>Close</Button>
          {failed !== undefined && <Button onClick={onAgain}>Try again</Button>}
        </>
      }
    />
  )
}

const NONE: DrawnSecrets = new Map()

function Read<R extends Resource, V extends DrawnValues>({
  form: drawn,
  resource,
  estate,
  open,
  onClose,
  found,
  places,
}: DrawnFormProps<R, V> & Pick<About, 'found' | 'places'>) {
  const about: About<R> = { resource, estate, found, ...(places && { places }) }
  const now = drawn.values(about)
  const form = useForm<V>({
    topic: drawn.topic,
    id: resource.id,
    now,
    read: (values) => readLike(now, values),
    ...(drawn.notStored && { notStored: drawn.notStored }),
  })
  const [secrets, setSecrets] = useState(NONE)
  const values = drawn.settled?.(form.values, about) ?? form.values
  const typed = form.typed || secrets.size > 0
  const write = drawn.write(values, about, secrets)
  const isNew = write.is === 'edit' && write.method === 'PUT' && write.creates === true
  const problems = drawn.problems(values, about, secrets)
  const error = problems.find(({ is }) => is === 'error')?.text
  const untouched = isNew && !typed
  const kept = drawn.keep?.(about)
  return (
    <ConfigureDialog
      resource={resource}
      topic={drawn.topic}
      open={open}
      onClose={onClose}
      form={{
        ...form,
        // What is proposed for something new may change as the estate is read.
        outdated: isNew ? undefined : form.outdated,
        discard() {
          setSecrets(NONE)
          form.discard()
        },
      }}
      title={
        <>
          {drawn.title} <bdi>{resource.name}</bdi>
        </>
      }
      ended={
        isNew ? (
          <>
            {drawn.title} <bdi>{resource.name}</bdi>
          </>
        ) : undefined
      }
      // What is wrong is no change to look forward to.
      write={write.is === 'edit' && error !== undefined ? { ...write, changes: [] } : write}
      secret={secretOf(write) === undefined ? undefined : drawn.secret?.(values, about, secrets)}
      notYet={untouched ? 'Nothing is filled in yet' : error}
      confirm={drawn.confirm?.(values, about)}
      consequences={drawn.consequences(values, about)}
      verb={drawn.verb(values, about)}
    >
      <DrawnFields
        fields={drawn.fields(values, about)}
        values={values}
        secrets={secrets}
        problems={untouched ? problems.filter(({ is }) => is === 'advice') : problems}
        // A field sets the member it was made for, in the type that it has.
        onSet={(change) => form.set({ ...values, ...(change as Partial<V>) })}
        onSecret={(name, text) => setSecrets(withSecret(secrets, name, text))}
      />
      {kept && (
        <div>
          <Button size="small" onClick={() => saveFile(kept.file, JSON.stringify(kept.content, null, 2))}>
            {kept.label}
          </Button>
        </div>
      )}
    </ConfigureDialog>
  )
}

function withSecret(secrets: DrawnSecrets, name: string, text: string): DrawnSecrets {
  const next = new Map(secrets)
  if (text === '') next.delete(name)
  else next.set(name, text)
  return next
}
