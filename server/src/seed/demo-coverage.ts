import type { CoverageWish } from '@dorsal/care'
import type { Tx } from '../db/connect.ts'
import { putCoverage, setCoverageWords } from '../coverage/coverage.store.ts'
import { newId } from '../ids.ts'

const entry = (kind: CoverageWish['kind'], name: string, rest: Partial<CoverageWish> = {}): CoverageWish => ({
  kind,
  name,
  aliases: [],
  state: 'accepted',
  note: '',
  pays: '',
  ...rest,
})

/** Made-up employers and health plans. */
const ENTRIES: readonly CoverageWish[] = [
  entry('health-plan', 'Northwind Health', {
    aliases: ['NWH', 'Northwind'],
    note: 'Ask your doctor for a referral first.',
    pays: '20 a visit',
  }),
  entry('health-plan', 'Blue Harbor PPO', { aliases: ['BHP'], pays: 'Nothing at the visit' }),
  entry('health-plan', 'Blue Harbor HMO', { state: 'ended' }),
  entry('employer', 'Fabrikam Logistics Inc.', { aliases: ['Fabrikam'], pays: 'Nothing' }),
  entry('employer', 'Contoso Schools', { note: 'For staff and their families.' }),
]

/** What a demo clinic accepts, so that there is something to look up. */
export async function demoCoverage(
  tx: Tx,
  by: { tenantId: string; staffId: string },
  now: Date,
): Promise<void> {
  for (const wish of ENTRIES) await putCoverage(tx, by, newId(now), wish, now)
  const words = {
    payYourself: 'A first visit is 80, each one after it 60. Ask us if that is too much: we find a way.',
    freePath: 'The programme at home is free, with or without visits.',
  }
  await setCoverageWords(tx, by, words, now)
}
