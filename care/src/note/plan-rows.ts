import { all, askRow, type Drafted, type DraftInput, from, row, type RowRule } from './draft-input.ts'
import { COMPONENTS } from '../plan/plan.ts'
import type { NoteKind } from './note.ts'
import type { NoteSource } from './source.ts'

function findingRows({ record }: DraftInput): Drafted[] {
  const { plan, texts } = record
  if (plan === null) return [row('findings', [from('evaluation', null, null)], 'note.no-plan')]
  const { evaluation } = plan
  const at = (...part: string[]): NoteSource => from('evaluation', null, plan.at, ...part)
  return [
    row('pattern', [at('patternName'), at('confidence')], 'note.pattern', {
      pattern: evaluation.patternName,
      confidence: Math.round(evaluation.confidence * 100) / 100,
    }),
    row('severity', [at('severity')], 'note.severity', { severity: evaluation.severity }),
    ...evaluation.findings.map(({ id, confidence }, index) =>
      row(`finding.${id}`, [at('findings', String(index))], 'note.finding', {
        finding: texts[id] ?? id,
        confidence: Math.round(confidence * 100) / 100,
      }),
    ),
    ...evaluation.yellowFlags.map((id, index) =>
      row(`yellow.${id}`, [at('yellowFlags', String(index))], 'note.yellow', { factor: texts[id] ?? id }),
    ),
  ]
}

function precautionRows({ record }: DraftInput): Drafted[] {
  const { plan } = record
  if (plan === null) return []
  const sources = [from('plan', String(plan.version), plan.at, 'precautionTags')]
  return plan.precautionTags.length === 0
    ? [row('precautions', sources, 'note.no-precautions')]
    : [
        row('precautions', sources, 'note.precautions', {
          tags: all(plan.precautionTags.map((tag) => tag.replaceAll('_', ' '))),
        }),
      ]
}

function cadenceRows({ record }: DraftInput): Drafted[] {
  const { plan } = record
  if (plan === null) return [row('plan', [from('plan', null, null)], 'note.no-plan')]
  const at = (...part: string[]): NoteSource => from('plan', String(plan.version), plan.at, ...part)
  const index = plan.phases.findIndex(({ id }) => id === plan.phase)
  const phase = plan.phases[index]
  const { homeSessionsPerWeek: home, clinicVisitsPerWeek: visits, minutesPerSession: minutes } = plan.cadence
  return [
    ...(plan.status === 'waiting-for-clinician'
      ? [row('plan.waiting', [at('status')], 'note.plan-waiting')]
      : []),
    ...(phase === undefined
      ? []
      : [
          row('plan.phase', [at('phase'), at('phases', String(index))], 'note.phase', {
            phase: phase.label,
            weeks: phase.weeks,
          }),
        ]),
    row('plan.cadence', [at('cadence')], 'note.cadence', { home, visits, minutes }),
  ]
}

function itemRows({ record }: DraftInput): Drafted[] {
  const { plan } = record
  if (plan === null) return []
  return COMPONENTS.flatMap((component): Drafted[] => {
    const items = plan.items.flatMap((item, index) =>
      item.component === component && item.state === 'active' ? [{ item, index }] : [],
    )
    const sources = items.map(({ index }) =>
      from('plan', String(plan.version), plan.at, 'items', String(index)),
    )
    return items.length === 0
      ? []
      : [
          row(`component.${component}`, sources, 'note.component', {
            component: component.replaceAll('-', ' '),
            items: all(items.map(({ item }) => item.title)),
          }),
        ]
  })
}

const ASKS: Readonly<Record<NoteKind, string>> = {
  evaluation: 'note.ask-impression',
  'plan-of-care': 'note.ask-prognosis',
  daily: 'note.ask-visit',
  progress: 'note.ask-progress',
  discharge: 'note.ask-discharge',
  'gp-letter': 'note.ask-request',
}

const judged = ({ kind }: DraftInput): Drafted[] => [askRow('ask', ASKS[kind])]

/** Sentences on what was found and what is planned, and the one that only a clinician can write. */
export const PLAN_RULES: readonly RowRule[] = [
  {
    in: { evaluation: 'assessment', 'plan-of-care': 'assessment', 'gp-letter': 'assessment' },
    rows: findingRows,
  },
  {
    in: {
      evaluation: 'assessment',
      'plan-of-care': 'assessment',
      progress: 'assessment',
      'gp-letter': 'assessment',
    },
    rows: precautionRows,
  },
  {
    in: {
      evaluation: 'assessment',
      'plan-of-care': 'assessment',
      daily: 'assessment',
      progress: 'assessment',
      discharge: 'assessment',
      'gp-letter': 'assessment',
    },
    rows: judged,
  },
  {
    in: {
      evaluation: 'plan',
      'plan-of-care': 'plan',
      daily: 'plan',
      progress: 'plan',
      discharge: 'plan',
      'gp-letter': 'plan',
    },
    rows: cadenceRows,
  },
  {
    in: { evaluation: 'plan', 'plan-of-care': 'plan', discharge: 'plan', 'gp-letter': 'plan' },
    rows: itemRows,
  },
]
