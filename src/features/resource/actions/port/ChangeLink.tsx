import { Field, Input, Select, Switch } from '@fluentui/react-components'
import { isJsonObject, type JsonObject } from '../../../../lib/json.ts'
import {
  CIPHERS,
  linkConsequences,
  linkEdit,
  linkProblems,
  type TypedLink,
  typedLink,
} from '../../../../model/edits/port-link.ts'
import type { ExpressRoutePort } from '../../../../model/resources/expressroute.ts'
import { useForm } from '../../../../queries/use-action.ts'
import { about } from '../about.ts'
import type { ActionFormProps } from '../action-form.ts'
import styles from '../configure/Configure.module.css'
import { ConfigureDialog } from '../configure/ConfigureDialog.tsx'
import { flagIn, textIn } from '../configure/read-values.ts'

/** `others`: what was typed for other links, by their names. */
type Values = JsonObject & TypedLink & { others: JsonObject }

/** One link of a port: whether it is on, and the encryption on it. One at a time, since a wrong key takes all of a link. */
export function ChangeLink({ resource, estate, open, onClose }: ActionFormProps<ExpressRoutePort>) {
  const first = resource.links[0]?.name ?? ''
  const form = useForm({
    topic: 'link',
    id: resource.id,
    now: { ...typedLink(resource, first), others: {} },
    read,
  })
  const typed = form.values
  const problems = linkProblems(resource, typed)
  const ciphers: readonly string[] = CIPHERS
  const input = (field: 'ckn' | 'cak' | 'identity', label: string, hint: string) => (
    <Field label={label} hint={hint} {...about(problems, field)}>
      <Input
        value={typed[field]}
        spellCheck={false}
        onChange={(_, { value }) => form.set({ [field]: value })}
      />
    </Field>
  )
  /** What was typed for the link before is kept for when it is chosen again. */
  function choose(link: string) {
    const { others, ...before } = typed
    const kept = isJsonObject(others[link]) ? readLink(others[link]) : undefined
    form.set({
      ...(kept ?? typedLink(resource, link)),
      others: { ...others, [typed.link]: before },
    })
  }
  const macSec = typed.ckn.trim() !== '' || typed.cak.trim() !== ''
  return (
    <ConfigureDialog
      resource={resource}
      topic="link"
      open={open}
      onClose={onClose}
      form={{ ...form, outdated: undefined }}
      title={
        <>
          Change a link of <bdi>{resource.name}</bdi>
        </>
      }
      write={linkEdit(resource, typed)}
      notYet={problems.find(({ is }) => is === 'error')?.text}
      confirm={losesTraffic(resource, typed) ? resource.name : undefined}
      consequences={linkConsequences(resource, typed, estate)}
      verb="Change link"
    >
      <div className={styles.fields}>
        <div className={styles.two}>
          <Field label="Link">
            <Select value={typed.link} onChange={(_, { value }) => choose(value)}>
              {resource.links.map(({ name, interfaceName }) => (
                <option key={name} value={name}>
                  {interfaceName === undefined ? name : `${name}, ${interfaceName}`}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        <Switch
          label="Link is on"
          checked={typed.enabled}
          onChange={(_, { checked }) => form.set({ enabled: checked })}
        />
        <fieldset className={styles.phase}>
          <legend>MACsec</legend>
          <div className={styles.fields}>
            <p className={styles.note}>
              The keys stay in your Key Vault: here stand the identifiers of two of its secrets, the CKN and
              the CAK. Azure reads them with a user assigned identity of the port, which needs the right to
              get secrets of that vault.
            </p>
            {input('ckn', 'CKN, identifier of the secret', 'Empty with the CAK: no MACsec')}
            {input('cak', 'CAK, identifier of the secret', 'https://my-vault.vault.azure.net/secrets/CAK')}
            <div className={styles.two}>
              <Field label="Cipher">
                <Select value={typed.cipher} onChange={(_, { value }) => form.set({ cipher: value })}>
                  {(ciphers.includes(typed.cipher) ? ciphers : [...ciphers, typed.cipher]).map((one) => (
                    <option key={one}>{one}</option>
                  ))}
                </Select>
              </Field>
            </div>
            <Switch
              label="SCI in each frame"
              checked={typed.sci}
              onChange={(_, { checked }) => form.set({ sci: checked })}
            />
            {macSec &&
              input(
                'identity',
                'User assigned identity, resource id',
                (resource.identityIds ?? []).length > 0
                  ? `It has ${(resource.identityIds ?? []).length}; empty: no other`
                  : 'It has none yet',
              )}
          </div>
        </fieldset>
      </div>
    </ConfigureDialog>
  )
}

/** A link that is switched off, or other keys on one that is on. */
function losesTraffic(port: ExpressRoutePort, typed: TypedLink): boolean {
  const was = typedLink(port, typed.link)
  const keys = was.ckn !== typed.ckn.trim() || was.cak !== typed.cak.trim() || was.cipher !== typed.cipher
  return was.enabled && (!typed.enabled || keys)
}

function read(values: JsonObject): Values {
  const { others } = values
  return { ...readLink(values), others: isJsonObject(others) ? others : {} }
}

function readLink(values: JsonObject): JsonObject & TypedLink {
  return {
    link: textIn(values, 'link'),
    enabled: flagIn(values, 'enabled'),
    ckn: textIn(values, 'ckn'),
    cak: textIn(values, 'cak'),
    cipher: textIn(values, 'cipher'),
    sci: flagIn(values, 'sci'),
    identity: textIn(values, 'identity'),
  }
}
