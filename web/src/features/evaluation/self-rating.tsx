import type { MovementRating, MovementTestResult } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Actions, Stack } from '../../ui/page.tsx'
import { Scale } from '../../ui/scale.tsx'
import styles from './movement-check.module.css'
import { RATING_WORDS, RATINGS } from '../../ui/rating-words.ts'
import { selfResult } from './results.ts'

type SelfRatingProps = { onDone: (result: MovementTestResult) => void; onBack: () => void }

/** The same test without a camera: how far each side goes, in words, and how much it hurt. */
export function SelfRating({ onDone, onBack }: SelfRatingProps) {
  const { t, i18n } = useLingui()
  const [left, setLeft] = useState<MovementRating | null>(null)
  const [right, setRight] = useState<MovementRating | null>(null)
  const [pain, setPain] = useState<number | null>(null)
  const options = RATINGS.map((value) => ({
    value,
    label: i18n._(RATING_WORDS[value].label),
    hint: i18n._(RATING_WORDS[value].hint),
  }))
  const choose = (set: (rating: MovementRating | null) => void) => (value: string) =>
    set(RATINGS.find((rating) => rating === value) ?? null)
  const missing = left === null || right === null || pain === null
  return (
    <Stack gap="l">
      <div className={styles['both']}>
        <Choice
          legend={<Trans>To your left</Trans>}
          options={options}
          value={left}
          onChange={choose(setLeft)}
        />
        <Choice
          legend={<Trans>To your right</Trans>}
          options={options}
          value={right}
          onChange={choose(setRight)}
        />
      </div>
      <Scale
        legend={<Trans>How much did this movement hurt?</Trans>}
        low={t`no pain`}
        high={t`worst pain`}
        value={pain}
        onChange={setPain}
      />
      <Actions>
        <Button
          large
          disabled={missing}
          onClick={() => left && right && pain !== null && onDone(selfResult(left, right, pain))}
        >
          <Trans>Next</Trans>
        </Button>
        <Button large look="quiet" onClick={onBack}>
          <Trans>Back</Trans>
        </Button>
      </Actions>
    </Stack>
  )
}
