import { alternates, Exercise, type Reply } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import * as z from 'zod/mini'
import { firstDosage, tempoOf } from '../../lib/tempo.ts'
import { doseWords } from '../../ui/dosage-words.ts'
import { Evidence } from '../../ui/evidence.tsx'
import { ExerciseFigure } from '../../ui/figure/exercise-figure.tsx'
import styles from './content-review.module.css'
import { Fields } from './fields.tsx'

const Whole = z.omit(Exercise, { signOff: true })

/** An exercise as people see it do, with all that it asks of them and what keeps it from whom. */
export function ExerciseBody({ sheet }: { sheet: Reply<'openForReview'> }) {
  const { i18n } = useLingui()
  const parsed = Whole.safeParse(sheet.item)
  if (!parsed.success) return <Fields of={sheet.item} />
  const exercise = parsed.data
  const { name, movement, dosage, purpose, steps, faults, sources, evidence } = exercise
  const phases = (['early', 'middle', 'late'] as const).flatMap((phase) => {
    const dose = dosage[phase]
    return dose === null ? [] : [{ phase, words: doseWords(dose, i18n) }]
  })
  return (
    <>
      <div className={styles['exercise']}>
        <ExerciseFigure
          name={name}
          figure={movement.figure}
          view={movement.cameraView}
          alternating={alternates(exercise)}
          tempo={tempoOf(firstDosage(dosage))}
        />
        <div className={styles['beside']}>
          <p>{purpose}</p>
          <ol>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <Evidence grade={evidence} sources={sources.map((cite) => ({ id: cite, cite, url: null }))} />
        </div>
      </div>
      <div className={styles['pair']}>
        <section>
          <h2>
            <Trans>Left out, or done with care</Trans>
          </h2>
          <Fields of={exercise} only={['contraindicationTags', 'precautionTags']} />
        </section>
        <section>
          <h2>
            <Trans>Dose</Trans>
          </h2>
          <ul>
            {phases.map(({ phase, words }) => (
              <li key={phase}>
                <strong>{phase}</strong>: {words}
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h2>
            <Trans>Faults and what is said</Trans>
          </h2>
          <ul>
            {faults.map(({ id, name: fault, cue }) => (
              <li key={id}>
                {fault}: <strong>{cue}</strong>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h2>
            <Trans>Around it</Trans>
          </h2>
          <Fields
            of={exercise}
            only={[
              'components',
              'position',
              'equipment',
              'laterality',
              'variants',
              'progression',
              'trackability',
            ]}
          />
        </section>
      </div>
    </>
  )
}
