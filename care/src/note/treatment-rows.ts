import { all, type Drafted, type DraftInput, from, row, type RowRule } from './draft-input.ts'
import { TECHNIQUES, type Treatment } from './treatment.ts'

const name = (id: string): string => id.replaceAll('-', ' ')

/** What is recorded of treatments, a sentence each; what was not recorded is said to be so. */
export function treatmentRows(treatments: readonly Treatment[], at: string | null): Drafted[] {
  return treatments.flatMap((treatment): Drafted[] => {
    const { id, technique, segments, grade, side, minutes } = treatment
    const sources = [from('treatment', id, at)]
    const told = {
      technique: name(technique),
      segments: segments.length === 0 ? 'not recorded' : all(segments.map(name)),
      side: side ?? 'not recorded',
      minutes: minutes ?? 'not recorded',
    }
    const graded = TECHNIQUES[technique].grades.length > 0
    const done = graded
      ? row(`treatment.${id}`, sources, 'note.treatment-graded', { ...told, grade: grade ?? 'not recorded' })
      : row(`treatment.${id}`, sources, 'note.treatment', told)
    return [
      done,
      row(`treatment.${id}.response`, sources, 'note.treatment-response', {
        technique: name(technique),
        response: treatment.response ?? 'not recorded',
        before: treatment.painBefore ?? 'not asked',
        after: treatment.painAfter ?? 'not asked',
      }),
      ...(treatment.words === null || treatment.words.trim() === ''
        ? []
        : [row(`treatment.${id}.words`, sources, 'note.treatment-words', { words: treatment.words })]),
      ...(treatment.override === null || treatment.override.trim() === ''
        ? []
        : [
            row(`treatment.${id}.override`, sources, 'note.treatment-override', {
              words: treatment.override,
            }),
          ]),
    ]
  })
}

const rows = ({ treatments, since }: DraftInput): Drafted[] =>
  treatments.length === 0
    ? [row('treatment', [from('treatment', null, since)], 'note.no-treatment')]
    : treatmentRows(treatments, since)

/** Sentences on hands-on work and modalities since the last note of progress; a daily note carries its own record beside its text. */
export const TREATMENT_RULES: readonly RowRule[] = [{ in: { progress: 'treatment' }, rows }]
