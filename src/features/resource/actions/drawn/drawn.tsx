import { lazy } from 'react'
import type { DrawnForm as Form, DrawnValues } from '../../../../model/edits/drawn-form.ts'
import type { Resource } from '../../../../model/resources/resource.ts'
import type { ActionForm, ActionFormProps } from '../action-form.ts'

/** The component of a form that is drawn from data; both are loaded when it is opened. */
export function drawn<R extends Resource, V extends DrawnValues>(
  load: () => Promise<Form<R, V>>,
): NonNullable<ActionForm<R>['form']> {
  return lazy(async () => {
    const [{ DrawnForm }, form] = await Promise.all([import('./DrawnForm.tsx'), load()])
    return { default: (props: ActionFormProps<R>) => <DrawnForm {...props} form={form} /> }
  })
}
