/** The table of the bench: one line an exercise, one cell a set, and what they come to. */
import { readFileSync, writeFileSync } from 'node:fs'
import type { Verdict } from './judge.ts'
import type { RenderedSet } from './sets.ts'

/**
 * `fresh`: shown by the page itself; else the engine read the kept landmarks. `same`: what the page showed is what the engine says now; null
 * where the page was asked by another movement.
 */
export type Outcome = { set: RenderedSet; verdict: Verdict | null; fresh: boolean; same: boolean | null }

const right = ({ count, named, falsely }: Verdict): boolean =>
  count !== false && named !== false && falsely.length === 0

const cell = ({ set, verdict, fresh }: Outcome): string => {
  if (verdict === null) return `${set.name}: not run`
  return `${right(verdict) ? '' : '**'}${set.name}: ${verdict.words}${fresh ? '' : ' (engine alone)'}${right(verdict) ? '' : '** ✗'}`
}

const share = (part: number, all: number): string =>
  `${part}/${all}${all > 0 ? ` (${((100 * part) / all).toFixed(1)} %)` : ''}`

function sums(title: string, outcomes: readonly Outcome[]): string {
  const run = outcomes.flatMap(({ set, verdict }) => (verdict === null ? [] : [{ set, verdict }]))
  const of = (name: RegExp) => run.filter(({ set }) => name.test(set.name))
  const counted = (name: RegExp) => {
    const asked = of(name).filter(({ verdict }) => verdict.count !== null)
    return share(asked.filter(({ verdict }) => verdict.count).length, asked.length)
  }
  const planted = run.filter(({ verdict }) => verdict.named !== null)
  const clean = of(/^clean$/)
  const asked = outcomes.filter(({ same }) => same !== null)
  return [
    `${title}: right in all asked of it ${share(run.filter(({ verdict }) => right(verdict)).length, run.length)}`,
    `counted: clean ${counted(/^clean$/)}, with a fault ${counted(/^fault/)}, too fast ${counted(/^too fast$/)}, half range ${counted(/^half/)}`,
    `faults named ${share(planted.filter(({ verdict }) => verdict.named).length, planted.length)}`,
    `false corrections in clean sets ${clean.filter(({ verdict }) => verdict.falsely.length > 0).length} of ${clean.length}`,
    `not run ${outcomes.length - run.length} of ${outcomes.length}`,
    `the page showed what the engine says now in ${share(asked.filter(({ same }) => same).length, asked.length)}`,
  ].join('; ')
}

export function table(outcomes: readonly Outcome[], model: string): string {
  const ids = [...new Set(outcomes.map(({ set }) => set.exercise.id))]
  const lines = ids.map((id) => {
    const own = outcomes.filter(({ set }) => set.exercise.id === id)
    const first = own[0]?.set.exercise
    return `| ${id} | ${first?.trackability ?? ''} | ${first?.movement.cameraView ?? ''} | ${own.map(cell).join('; ')} |`
  })
  const kinds = new Set(outcomes.map(({ set }) => set.exercise.trackability))
  return [
    `Rendered people, model ${model}. They prove nothing of real ones.`,
    '',
    '| exercise | trackability | view | sets |',
    '| --- | --- | --- | --- |',
    ...lines,
    '',
    ...[...kinds].map(
      (kind) =>
        `- ${sums(
          kind,
          outcomes.filter(({ set }) => set.exercise.trackability === kind),
        )}`,
    ),
  ].join('\n')
}

const [FROM, TO] = ['<!-- rendered people -->', '<!-- end of rendered people -->']

/** What a line of a table tells of: an exercise, or the sums of a kind; null for what is neither. */
const subject = (line: string): string | null => /^(?:\| [\w-]+ \||- \w+:)/.exec(line)?.[0] ?? null

/** `told` with what an earlier table tells of exercises and kinds that were not asked this time. */
export function merged(earlier: string, told: string): string {
  const fresh = new Map(told.split('\n').map((line) => [subject(line), line]))
  const old = earlier.split('\n').filter((line) => subject(line) !== null)
  const lines = old.map((line) => fresh.get(subject(line)) ?? line)
  const known = new Set(old.map(subject))
  for (const [about, line] of fresh) if (about !== null && !known.has(about)) lines.push(line)
  const [title = ''] = told.split('\n')
  const isRow = (line: string): boolean => line.startsWith('|')
  return [title, '', ...lines.filter(isRow), '', ...lines.filter((line) => !isRow(line))].join('\n')
}

/**
 * Puts the table between the two marks of a document; throws where it has none. `whole`: in the place of the last one; else what that one
 * tells of others stays.
 */
export function writeInto(file: URL, told: string, whole: boolean): void {
  const text = readFileSync(file, 'utf8')
  const [from, to] = [text.indexOf(FROM), text.indexOf(TO)]
  if (from < 0 || to < from) throw new Error(`no marks in ${file.pathname}`)
  const after = from + FROM.length
  const table = whole ? told : merged(text.slice(after, to).trim(), told)
  writeFileSync(file, `${text.slice(0, after)}\n${table}\n${text.slice(to)}`)
}
