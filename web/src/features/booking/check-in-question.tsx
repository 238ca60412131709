import { type PreSessionItem, VISIT_SINCE, type VisitCheckIn } from '@dorsal/care'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { Actions, Page } from '../../ui/page.tsx'
import { Scale } from '../../ui/scale.tsx'
import styles from './booking.module.css'
import type { CheckInStep } from './check-in-steps.ts'

const SINCE = { better: msg`Better`, same: msg`About the same`, worse: msg`Worse` } as const

type QuestionProps = {
  step: CheckInStep
  danger: PreSessionItem | undefined
  given: VisitCheckIn
  busy: boolean
  above: ReactNode
  /** Said and gone on. */
  onNext: (said: Partial<VisitCheckIn>) => void
  onBack: (() => void) | null
  last: boolean
  /** What stands above the buttons: help, or what went wrong. */
  children: ReactNode
}

/** One question before a visit. A danger question has to be answered; the others may be skipped. */
export function CheckInQuestion({
  step,
  danger,
  given,
  busy,
  above,
  onNext,
  onBack,
  last,
  children,
}: QuestionProps) {
  const { t, i18n } = useLingui()
  const [draft, setDraft] = useState(given)
  const [sure, setSure] = useState(false)
  const titles: Record<string, string> = {
    pain: t`How strong is your pain right now?`,
    since: t`How have you been since your last visit?`,
    medicines: t`Have your medicines changed lately?`,
    wish: t`What matters most to you at this visit?`,
  }
  const choice = (key: string, words: string, pressed: boolean, onClick: () => void) => (
    <Button key={key} look="plain" large disabled={busy} aria-pressed={pressed} onClick={onClick}>
      {words}
    </Button>
  )
  const said = (value: 'yes' | 'no') => ({ answers: { ...given.answers, [step]: value } })
  const text = (words: string | null) => words?.trim() || null
  return (
    <Page title={danger?.question ?? titles[step] ?? ''} above={above}>
      <div className={styles['answers']}>
        {danger !== undefined && (
          <>
            {choice('no', t`No`, given.answers[step] === 'no' && !sure, () => onNext(said('no')))}
            {choice('yes', t`Yes`, sure, () => setSure(true))}
            {sure && (
              <Notice tone="warn" live>
                <p>
                  <Trans>You said yes. If that is right, go on.</Trans>
                </p>
              </Notice>
            )}
          </>
        )}
        {step === 'pain' && (
          <Scale
            legend={t`Pain right now`}
            legendHidden
            low={t`no pain`}
            high={t`worst pain`}
            value={draft.pain}
            onChange={(pain) => setDraft({ ...draft, pain })}
          />
        )}
        {step === 'since' &&
          VISIT_SINCE.map((value) =>
            choice(value, i18n._(SINCE[value]), given.since === value, () => onNext({ since: value })),
          )}
        {step === 'medicines' && (
          <>
            {choice('same', t`No change`, given.medicines === 'same', () =>
              onNext({ medicines: 'same', medicineWords: null }),
            )}
            {choice('changed', t`Something changed`, draft.medicines === 'changed', () =>
              setDraft({ ...draft, medicines: 'changed' }),
            )}
            {draft.medicines === 'changed' && (
              <Field
                label={t`What changed?`}
                hint={t`You may leave this empty.`}
                value={draft.medicineWords ?? ''}
                onChange={(medicineWords) => setDraft({ ...draft, medicineWords })}
                lines={2}
                maxLength={500}
              />
            )}
          </>
        )}
        {step === 'wish' && (
          <Field
            label={t`In your own words`}
            hint={t`You may leave this empty.`}
            value={draft.wish ?? ''}
            onChange={(wish) => setDraft({ ...draft, wish })}
            lines={4}
            maxLength={500}
          />
        )}
      </div>
      {children}
      <Actions>
        {sure && (
          <Button large disabled={busy} onClick={() => onNext(said('yes'))}>
            <Trans>Continue</Trans>
          </Button>
        )}
        {step === 'pain' && (
          <Button large onClick={() => onNext({ pain: draft.pain })}>
            {draft.pain === null ? <Trans>Skip</Trans> : <Trans>Continue</Trans>}
          </Button>
        )}
        {step === 'since' && (
          <Button look="plain" large onClick={() => onNext({ since: null })}>
            <Trans>Skip</Trans>
          </Button>
        )}
        {step === 'medicines' && (
          <Button
            look={draft.medicines === 'changed' ? 'main' : 'plain'}
            large
            onClick={() =>
              onNext(
                draft.medicines === 'changed'
                  ? { medicines: 'changed', medicineWords: text(draft.medicineWords) }
                  : { medicines: null, medicineWords: null },
              )
            }
          >
            {draft.medicines === 'changed' ? <Trans>Continue</Trans> : <Trans>Skip</Trans>}
          </Button>
        )}
        {last && (
          <Button large disabled={busy} onClick={() => onNext({ wish: text(draft.wish) })}>
            {busy ? <Trans>Sending…</Trans> : <Trans>Send my answers</Trans>}
          </Button>
        )}
        {onBack !== null && (
          <Button look="quiet" disabled={busy} onClick={onBack}>
            <Trans>Back</Trans>
          </Button>
        )}
      </Actions>
    </Page>
  )
}
