/** The product's mark: a hub and its three spokes in a hexagon. index.html and favicon.svg draw the same. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg className={className} viewBox="0 0 24 24" fill="none" stroke="currentColor" aria-hidden>
      <path d="M12 2.2 20.5 7.1v9.8L12 21.8 3.5 16.9V7.1z" strokeWidth="1.6" strokeLinejoin="round" />
      <path d="M12 3v6m-2.6 4.5-5.2 3.1m10.4-3.1 5.2 3.1" strokeWidth="1.6" />
      <circle cx="12" cy="12" r="2.6" fill="currentColor" stroke="none" />
    </svg>
  )
}
