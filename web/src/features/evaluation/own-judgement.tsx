import type { MovementTest, MovementRating, MovementTestResult } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Actions, Stack } from '../../ui/page.tsx'
import { Scale } from '../../ui/scale.tsx'
import { MOST, numberIn } from './number-in.ts'
import { NUMBER_WORDS, RATING_WORDS, RATINGS, UNIT_WORDS } from '../../ui/rating-words.ts'
import { countedResult, ratedResult } from './results.ts'

type OwnJudgementProps = {
  test: MovementTest
  /** By a number that the person counted or measured, or by one judgement in words. */
  by: 'number' | 'once'
  onDone: (result: MovementTestResult) => void
  onBack: () => void
}

/** A test without sides, without a camera: a number or a judgement in words, and how much it hurt. */
export function OwnJudgement({ test, by, onDone, onBack }: OwnJudgementProps) {
  const { t, i18n } = useLingui()
  const [text, setText] = useState('')
  const [rating, setRating] = useState<MovementRating | null>(null)
  const [pain, setPain] = useState<number | null>(null)
  const { unit } = test.protocol
  const [label, unitWord] = [NUMBER_WORDS[unit], UNIT_WORDS[unit]]
  const value = numberIn(text)
  const done = (): void => {
    if (pain === null) return
    if (by === 'number' && value !== null) onDone(countedResult(value, test, pain))
    if (by === 'once' && rating !== null) onDone(ratedResult(rating, pain))
  }
  const missing = pain === null || (by === 'number' ? value === null : rating === null)
  return (
    <Stack gap="l">
      {by === 'number' ? (
        <Field
          label={label ? i18n._(label) : t`How much?`}
          unit={unitWord ? i18n._(unitWord) : null}
          inputMode="decimal"
          value={text}
          onChange={setText}
          error={text !== '' && value === null ? t`Please give a number from 0 to ${MOST}.` : null}
        />
      ) : (
        <Choice
          legend={<Trans>How did it go?</Trans>}
          options={RATINGS.map((one) => ({
            value: one,
            label: i18n._(RATING_WORDS[one].label),
            hint: i18n._(RATING_WORDS[one].hint),
          }))}
          value={rating}
          onChange={(chosen) => setRating(RATINGS.find((one) => one === chosen) ?? null)}
        />
      )}
      <Scale
        legend={<Trans>How much did this movement hurt?</Trans>}
        low={t`no pain`}
        high={t`worst pain`}
        value={pain}
        onChange={setPain}
      />
      <Actions>
        <Button large disabled={missing} onClick={done}>
          <Trans>Next</Trans>
        </Button>
        <Button large look="quiet" onClick={onBack}>
          <Trans>Back</Trans>
        </Button>
      </Actions>
    </Stack>
  )
}
