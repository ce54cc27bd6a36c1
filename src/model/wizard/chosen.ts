/** One that is there, or one to be made. Text, since what is typed need not be right. */
export type Chosen = { is: 'existing'; id: string } | { is: 'new'; name: string }
