/** Every form and action of a resource's page; the address of the page with one open ends in `?do=<topic>`. */
export const TOPICS = [
  'tags',
  'reset',
  'site',
  'sku',
  'active-active',
  'bgp',
  'nat-rules',
  'point-to-site',
  'policy',
  'mode',
  'key',
  'rotate-key',
  'capture',
  'troubleshoot',
  'circuit',
  'peering',
  'authorization',
  'failover-test',
  'delete',
] as const

export type Topic = (typeof TOPICS)[number]
