/** `650 Mbps`, `1.25 Gbps`. */
export function megabitsText(megabits: number): string {
  return megabits < 1000 ? `${megabits} Mbps` : `${megabits / 1000} Gbps`
}
