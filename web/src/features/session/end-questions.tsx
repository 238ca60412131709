import { cardOf, type PatientContent, screen } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { contentQuery, usePublicConfig } from '../../lib/config.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { NoteCheck } from '../../ui/note-check.tsx'
import { Actions, Page } from '../../ui/page.tsx'
import { Progress } from '../../ui/progress.tsx'
import { Scale } from '../../ui/scale.tsx'
import { END_STEPS } from './answers.ts'
import styles from './questions.module.css'
import { useSession } from './session-context.ts'

/** The questions at the end, one at a time, each to be left out if the person likes. */
export function EndQuestions() {
  const { state, send, press } = useSession()
  const { t } = useLingui()
  if (state.phase.name !== 'end') return null
  const at = state.phase.step
  const step = END_STEPS[at] ?? 'note'
  const titles = {
    pain: t`How strong is your pain now?`,
    effort: t`How hard was the whole session?`,
    hardest: t`Which was the hardest?`,
    note: t`Anything your therapist should know?`,
  }
  const mayGoBack = at > 0 || state.stopped !== null
  return (
    <Page
      title={titles[step]}
      above={<Progress value={at + 1} max={END_STEPS.length} label={t`Before you go`} />}
      lead={
        at === 0 && state.stop !== null ? <Trans>Stopped. Thank you for looking after yourself.</Trans> : null
      }
    >
      <div className={styles['answers']}>
        {step === 'pain' && (
          <Scale
            legend={titles.pain}
            legendHidden
            low={t`no pain`}
            high={t`worst pain`}
            value={state.end.painAfter}
            onChange={(painAfter) => send({ type: 'end-answer', answer: { painAfter } })}
          />
        )}
        {step === 'effort' && (
          <Scale
            legend={titles.effort}
            legendHidden
            low={t`no effort`}
            high={t`as hard as can be`}
            value={state.end.effort}
            onChange={(effort) => send({ type: 'end-answer', answer: { effort } })}
          />
        )}
        {step === 'hardest' && <Hardest />}
        {step === 'note' && <Note />}
      </div>
      {step !== 'note' && (
        <Actions>
          <Button large onClick={() => press('next')}>
            <Trans>Continue</Trans>
          </Button>
        </Actions>
      )}
      {mayGoBack && (
        <Actions>
          <Button look="quiet" onClick={() => press('back')}>
            {at > 0 ? <Trans>Back</Trans> : <Trans>I did not mean to stop. Go on with the session</Trans>}
          </Button>
        </Actions>
      )}
    </Page>
  )
}

function Hardest() {
  const { state, send } = useSession()
  const { t } = useLingui()
  const done = [...new Map(state.sets.map((set) => [set.exerciseId, set])).keys()]
  const { items, more = [] } = state.prescription
  const names = [...items, ...more].flatMap((item) => [item.exercise, ...(item.easier ? [item.easier] : [])])
  const options = done.map((id) => ({ value: id, label: names.find((each) => each.id === id)?.name ?? id }))
  return (
    <Choice
      legend={t`Which was the hardest?`}
      legendHidden
      options={[...options, { value: '', label: t`None of them` }]}
      value={state.end.hardest ?? ''}
      onChange={(value) => send({ type: 'end-answer', answer: { hardest: value === '' ? null : value } })}
    />
  )
}

/** A few words to the therapist, screened on this device at once: a danger sign in them shows its card. */
function Note() {
  const { state, send, press } = useSession()
  const { t, i18n } = useLingui()
  const config = usePublicConfig()
  const content = useQuery(contentQuery(config)).data
  const [asks, setAsks] = useState<readonly string[]>([])
  const note = state.end.note ?? ''

  const finish = () => {
    const found = content === undefined ? null : screen(note, content.redFlags, i18n.locale)
    if (found === null || (found.disposition === 'none' && !found.ask)) return press('next')
    if (found.ask) return setAsks(found.asks)
    raise(found, content)
  }
  /** The questions were all answered with no; what was said outright beside them still counts. */
  const said = () => {
    const found = content === undefined ? null : screen(note, content.redFlags, i18n.locale)
    if (found === null || found.disposition === 'none') return press('next')
    raise(found, content)
  }
  const raise = (found: ReturnType<typeof screen>, known: PatientContent | undefined) => {
    const rule = found.rules[0] ?? ''
    const pattern = known?.redFlags.patterns.find((each) => each.id === rule)
    const card = pattern?.disposition === found.disposition ? pattern.card : cardOf(found.disposition)
    send(card === null || card === 'caution' ? { type: 'end-done' } : { type: 'danger-text', card })
  }
  if (asks.length > 0 && content !== undefined)
    return (
      <NoteCheck
        items={content.redFlags.items.filter((item) => asks.includes(item.id))}
        onNo={said}
        onYes={(item) => send({ type: 'danger-text', card: item.card })}
      />
    )
  return (
    <>
      <Field
        label={t`Your words (you can leave this empty)`}
        lines={4}
        maxLength={1000}
        value={note}
        onChange={(value) => send({ type: 'end-answer', answer: { note: value === '' ? null : value } })}
      />
      <p>
        <Trans>This is not read at once. If something feels dangerous, call for help instead.</Trans>
      </p>
      <Button large onClick={finish}>
        <Trans>Finish</Trans>
      </Button>
    </>
  )
}
