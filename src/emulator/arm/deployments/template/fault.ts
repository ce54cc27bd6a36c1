/** Why a template cannot be used. Thrown inside this folder only: `prepare` makes an answer of it. */
export class TemplateFault extends Error {
  /** `not built`: Azure knows it, this emulator does not. */
  readonly is: 'invalid' | 'not built'
  /** Where in the request it was found: `properties.template.resources[0]`. */
  readonly path: string

  constructor(reason: string, path = '', is: 'invalid' | 'not built' = 'invalid') {
    super(reason)
    this.is = is
    this.path = path
  }
}

export function notBuiltYet(what: string): TemplateFault {
  return new TemplateFault(what, '', 'not built')
}
