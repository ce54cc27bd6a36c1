/** One Azure: where its Resource Manager is, who signs people in to it, and for what they are signed in. */
export interface Cloud {
  name: CloudName
  /** In words, for a person. */
  title: string
  /** ARM's base, an origin without a slash at its end. */
  armEndpoint: string
  /** What a token is asked for; never derived from the endpoint, which the SDK gets wrong outside the public cloud. */
  scope: string
  /** Who signs in, an origin without a slash at its end. */
  authorityHost: string
  /** The portal, an origin; absent where nobody named one. */
  portal?: string
}

export type CloudName = 'public' | 'us-government' | 'china' | 'custom'

/** ARM contract, section 2. The portals of the two sovereign clouds are not verified. */
export const CLOUDS: Readonly<Record<Exclude<CloudName, 'custom'>, Cloud>> = {
  public: {
    name: 'public',
    title: 'Azure',
    armEndpoint: 'https://management.azure.com',
    scope: 'https://management.azure.com/.default',
    authorityHost: 'https://login.microsoftonline.com',
    portal: 'https://portal.azure.com',
  },
  'us-government': {
    name: 'us-government',
    title: 'Azure US Government',
    armEndpoint: 'https://management.usgovcloudapi.net',
    scope: 'https://management.usgovcloudapi.net/.default',
    authorityHost: 'https://login.microsoftonline.us',
    portal: 'https://portal.azure.us',
  },
  china: {
    name: 'china',
    title: 'Azure in China',
    armEndpoint: 'https://management.chinacloudapi.cn',
    scope: 'https://management.chinacloudapi.cn/.default',
    authorityHost: 'https://login.chinacloudapi.cn',
    portal: 'https://portal.azure.cn',
  },
}
