/**
 * Whose wrong tries are counted together: this known browser on this account; this network on this account; this account from
 * browsers that it does not know; everything from this network.
 */
export type Pool = 'device' | 'pair' | 'account' | 'network'

/** How many wrong tries within a day are free before each further one has to wait. */
export const FREE_TRIES: Readonly<Record<Pool, number>> = { device: 5, pair: 5, account: 20, network: 30 }

const FIRST_WAIT_SECONDS = 30
const LONGEST_WAIT_SECONDS = 900

/** Seconds from the last wrong try until the next one is looked at: doubled with each, up to a quarter of an hour. */
export function waitAfter(pool: Pool, wrong: number): number {
  const beyond = wrong - FREE_TRIES[pool]
  return beyond < 0 ? 0 : Math.min(FIRST_WAIT_SECONDS * 2 ** Math.min(beyond, 10), LONGEST_WAIT_SECONDS)
}

/**
 * Which pools count for a try. In a browser that signed in to this account before, only what was tried in it: nobody else can lock its
 * owner out, from whichever network. Everywhere else all the others.
 */
export const poolsFor = (knownDevice: boolean): readonly Pool[] =>
  knownDevice ? ['device'] : ['pair', 'account', 'network']
