/** Answers of any wizard that know which fields somebody touched. */
export interface Touchable {
  touched: string[]
}

/** Whether somebody touched a field, something in it, or what it is in: by its place in the answers. */
export function isTouched({ touched }: Touchable, field: string): boolean {
  return touched.some((one) => one === field || one.startsWith(`${field}.`) || field.startsWith(`${one}.`))
}

export function touching<A extends Touchable>(answers: A, ...fields: string[]): A {
  const more = fields.filter((field) => !answers.touched.includes(field))
  return more.length === 0 ? answers : { ...answers, touched: [...answers.touched, ...more] }
}
