import { type CoverageReply, MOST_ENTRIES, readPastedList, Refusal, searchCoverage } from '@dorsal/care'
import { askedClinic } from '../clinic/asked-clinic.ts'
import { inClinic } from '../db/connect.ts'
import type { Call, HandlersOf } from '../http/contract-routes.ts'
import { newId } from '../ids.ts'
import {
  countCoverage,
  coverageOf,
  coverageWords,
  dropCoverage,
  holdCoverage,
  putCoverage,
  setCoverageWords,
} from './coverage.store.ts'

async function search(call: Call<'searchCoverage'>): Promise<CoverageReply> {
  const entries = await inClinic(call.db, await askedClinic(call), coverageOf)
  const { outcome, hits } = searchCoverage(entries, call.body.typed)
  if (outcome === 'listed') return { listed: hits.map(({ entry }) => entry), perhaps: [] }
  const perhaps = hits.map(({ entry: { kind, name }, called }) => ({ kind, name, called }))
  return { listed: [], perhaps }
}

/** Nothing is changed before it was confirmed, nor where one line has a fault. */
async function paste({ tx, actor, body, now }: Call<'pasteCoverage'>) {
  await holdCoverage(tx)
  const read = readPastedList(body.text, body.usual, await coverageOf(tx))
  const kept = body.confirmed && read.every(({ fault }) => fault === null)
  for (const line of read)
    if (kept && line.fault === null && line.does !== 'nothing')
      await putCoverage(tx, actor, line.id ?? newId(now), line.wish, now)
  const lines = read.map((line) =>
    line.fault === null
      ? { at: line.at, fault: null, does: line.does, name: line.wish.name }
      : { at: line.at, fault: line.fault, does: null, name: '' },
  )
  return { lines, kept }
}

type Names =
  | 'coverage'
  | 'searchCoverage'
  | 'coverageEntries'
  | 'putCoverage'
  | 'dropCoverage'
  | 'pasteCoverage'
  | 'setCoverageWords'

export const coverageRoutes: HandlersOf<Names> = {
  coverage: async (call) =>
    inClinic(call.db, await askedClinic(call), async (tx) => ({
      ...(await coverageWords(tx)),
      kept: (await countCoverage(tx)) > 0,
    })),
  searchCoverage: search,
  coverageEntries: async ({ tx }) => ({ entries: await coverageOf(tx), words: await coverageWords(tx) }),
  putCoverage: async ({ tx, actor, params, body, now }) => {
    await holdCoverage(tx)
    const entries = await coverageOf(tx)
    if (entries.length >= MOST_ENTRIES && !entries.some(({ id }) => id === params.id))
      throw new Refusal('too-many')
    await putCoverage(tx, actor, params.id, body, now)
    return { done: true }
  },
  dropCoverage: async ({ tx, params }) => {
    if (!(await dropCoverage(tx, params.id))) throw new Refusal('not-found')
    return { done: true }
  },
  pasteCoverage: paste,
  setCoverageWords: async ({ tx, actor, body, now }) => {
    await setCoverageWords(tx, actor, body, now)
    return { done: true }
  },
}
