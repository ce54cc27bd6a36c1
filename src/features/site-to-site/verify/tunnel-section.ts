import type { Section } from '../../../model/details/field.ts'
import { absent, code, number } from '../../../model/details/values.ts'
import { bytes, minuteTime } from '../../../model/format.ts'
import type { ConnectionPicture } from '../../../model/vpn/connection-tunnels.ts'

/** The tunnels of a connection as a table: one row for each instance of the gateway. */
export function tunnelSection({ tunnels }: ConnectionPicture, name: string): Section {
  const up = tunnels.filter(({ verdict }) => verdict === 'healthy').length
  return {
    title: `Tunnels of ${name}`,
    note: `${up} of ${tunnels.length} connected`,
    columns: [
      { label: 'State' },
      { label: 'Instance' },
      { label: 'Azure address' },
      { label: 'Device' },
      { label: 'Received', align: 'end' },
      { label: 'Sent', align: 'end' },
      { label: 'Established' },
    ],
    rows: tunnels.map(({ key, label, azure, far, status, verdict, received, sent, establishedAt }) => ({
      key,
      cells: [
        { is: 'state', text: status, verdict },
        { is: 'text', text: label },
        code(azure, '–'),
        code(far, '–'),
        number(received, bytes),
        number(sent, bytes),
        establishedAt === undefined ? absent('–') : { is: 'text', text: minuteTime(establishedAt) },
      ],
    })),
    empty: '',
  }
}
