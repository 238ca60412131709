import type { LibraryExercise, Me } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { explain } from '../../lib/reasons.ts'
import { wordsOf } from '../../lib/texts.ts'
import { Notice } from '../../ui/card.tsx'
import styles from './library.module.css'

/** What the tags of the programme mean, as one says it of somebody. */
const TAGS: Readonly<Record<string, MessageDescriptor>> = {
  bone_fragile: msg`weak bones (osteoporosis)`,
  recent_spine_surgery: msg`a recent operation on spine or chest`,
  rib_injury: msg`a rib that was hurt in the last weeks`,
  arm_nerve_symptoms: msg`arm pain or tingling that comes from the neck`,
  trunk_nerve_symptoms: msg`pain or numbness round the chest like a band`,
  shoulder_overhead_pain: msg`shoulder pain overhead`,
  shoulder_instability: msg`a shoulder that has slipped out`,
  wrist_pain: msg`wrist pain`,
  knee_kneeling_pain: msg`knees that hurt when kneeling`,
  pregnancy_2_3: msg`pregnancy from the fourth month`,
  bp_uncontrolled: msg`high blood pressure that is not under control`,
  heart_lung_unstable: msg`heart or lung disease that is not stable`,
  vertigo: msg`dizziness when the head moves`,
  balance_risk: msg`falls, or unsure balance`,
  hypermobile: msg`very loose joints`,
  inflammatory_spine: msg`an inflammatory disease of the spine`,
  eye_pressure: msg`glaucoma or a recent eye operation`,
  reflux: msg`reflux`,
  skin_sensation: msg`skin that feels less`,
  implanted_device: msg`an implant that runs on a battery`,
  epilepsy: msg`epilepsy`,
  high_irritability: msg`a back that is easily stirred up`,
}

/** For whom an exercise is not, who takes care with it, and what that means for this person. */
export function Precautions({ exercise, me }: { exercise: LibraryExercise; me: Me | null }) {
  const { i18n } = useLingui()
  const { contraindicationTags, precautionTags } = exercise
  const named = (tags: readonly string[]): string =>
    tags.map((tag) => (TAGS[tag] === undefined ? wordsOf({}, tag) : i18n._(TAGS[tag]))).join('; ')
  const own = precautionTags.filter((tag) => me?.plan?.precautionTags.includes(tag) === true)
  const [forbidden, careful] = [named(contraindicationTags), named(precautionTags)]
  if (forbidden === '' && careful === '') return null
  return (
    <>
      {own.length > 0 && (
        <Notice tone="warn">
          <ul className={styles['faults']}>
            {own.map((tag) => (
              <li key={tag}>{explain({ id: `care.${tag}` })}</li>
            ))}
          </ul>
        </Notice>
      )}
      {forbidden !== '' && (
        <p>
          <strong>
            <Trans>Not with:</Trans>
          </strong>{' '}
          {forbidden}.
        </p>
      )}
      {careful !== '' && (
        <p>
          <strong>
            <Trans>With care, smaller and slower, with:</Trans>
          </strong>{' '}
          {careful}.
        </p>
      )}
    </>
  )
}
