/** Stands for the whole where only these members are asked for; to ask for another one fails, as it should. */
export function partOf<Whole>(members: Partial<Whole>): Whole {
  return members as Whole
}
