/** Something said about a field of a site, with what a click puts right. */
export interface ShownProblem {
  field: 'address' | 'fqdn' | 'prefixes' | 'bgp' | 'asn' | 'peer' | 'weight'
  /** Of a prefix, which. */
  index?: number
  is: 'error' | 'advice'
  text: string
  fix?: { label: string; run: () => void }
}
