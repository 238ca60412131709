import type { PublicConfig, SharedExercise, StopWords } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import type { CSSProperties } from 'react'
import { useReview } from '../../lib/reviewed.ts'
import { dateOf, momentOf } from '../../lib/time.ts'
import { doseWords } from '../../ui/dosage-words.ts'
import { QrPicture } from '../../ui/qr-picture.tsx'
import { addressOf } from './link-address.ts'
import { codeSpan, type PaperSize, paperSize } from './paper-size.ts'
import { Poses } from './poses.tsx'
import styles from './sheet.module.css'

export type SheetProps = {
  exercises: readonly SharedExercise[]
  stop: StopWords
  config: PublicConfig
  planVersion: number
  now: string
  code?: { token: string; expiresAt: string } | null
  /** The steps of each exercise in words too; then it may need a second page. */
  steps?: boolean
}

function Item({ exercise, steps, draft }: { exercise: SharedExercise; steps: boolean; draft: boolean }) {
  const { i18n } = useLingui()
  return (
    <li className={styles['item']} lang={exercise.lang}>
      <h2 className={styles['name']}>{exercise.name}</h2>
      <p className={styles['dose']}>
        {doseWords(exercise.dosage, i18n)}
        {draft && (
          <small className={styles['draft']}>
            <Trans>Draft</Trans>
          </small>
        )}
      </p>
      <Poses exercise={exercise} />
      {steps && (
        <ol className={styles['steps']}>
          {exercise.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
    </li>
  )
}

function Stop({ stop, config }: Pick<SheetProps, 'stop' | 'config'>) {
  const { emergencyNumber: number } = config
  return (
    <>
      <section className={styles['danger']}>
        <h2>
          {number ? (
            <Trans>Stop and call {number}</Trans>
          ) : (
            <Trans>Stop and call your local emergency number</Trans>
          )}
        </h2>
        <ul>
          {stop.emergency.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <section className={styles['stop']}>
        <h2>
          <Trans>Stop the exercise</Trans>
        </h2>
        <ul>
          {[...stop.end, ...stop.before].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
    </>
  )
}

/** The sizes of the paper as properties for the stylesheet. */
function sizesOf({ columns, name, dose, stop, figure }: PaperSize): CSSProperties {
  return {
    '--columns': columns,
    '--name': `${name}pt`,
    '--dose': `${dose}pt`,
    '--stop': `${stop}pt`,
    '--figure': `${figure}mm`,
  } as CSSProperties
}

/** Today's exercises in large type on one page: key poses, how much, what to stop for, and of which day and version it is. */
export function Sheet({ exercises, stop, config, planVersion, now, code, steps = false }: SheetProps) {
  const { i18n, t } = useLingui()
  const date = dateOf(now)
  const review = useReview()
  const isDraft = ({ id, signOff }: SharedExercise) => review(`exercises/${id}`, signOff).state !== 'signed'
  const until = code ? momentOf(code.expiresAt) : ''
  const words = t`Point a phone’s camera here: it opens the exercises of the day. Until ${until}.`
  const size = paperSize({
    items: exercises.map((exercise) => ({
      name: exercise.name,
      dose: doseWords(exercise.dosage, i18n) + (isDraft(exercise) ? ' [draft]' : ''),
    })),
    stop: [...stop.emergency, ...stop.end, ...stop.before],
    code: code ? words : null,
  })
  return (
    <div className={styles['sheet']} style={sizesOf(size)}>
      <p className={styles['about']}>
        <Trans>
          {config.clinic} · Printed on {date} · Plan version {planVersion}
        </Trans>
        {config.contactLine !== '' && <> · {config.contactLine}</>}
      </p>
      {exercises.some(isDraft) && (
        <p className={styles['unsigned']}>
          <Trans>Not signed off by a clinician yet. To be looked at, not to be followed.</Trans>
        </p>
      )}
      <ol className={styles['items']}>
        {exercises.map((exercise, index) => (
          <Item key={`${index}-${exercise.id}`} exercise={exercise} steps={steps} draft={isDraft(exercise)} />
        ))}
        {code && (
          <li className={styles['code']} data-span={codeSpan(exercises.length, size.columns)}>
            <QrPicture address={addressOf(code.token)} label={t`QR code that opens today’s exercises`} />
            <p>{words}</p>
          </li>
        )}
      </ol>
      <Stop stop={stop} config={config} />
    </div>
  )
}
