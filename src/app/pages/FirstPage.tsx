import { Skeleton } from '../../ui/Skeleton.tsx'

/** Stands where the first page's heading will be, as index.html's static frame does. */
export function FirstPage() {
  return (
    <div aria-busy>
      <Skeleton width={420} height={28} />
    </div>
  )
}
