/** JSON as it stands on the wire. `undefined` members are left out when written, as ARM leaves out what is empty. */
export type Json = null | boolean | number | string | Json[] | JsonObject
export interface JsonObject {
  [member: string]: Json | undefined
}
