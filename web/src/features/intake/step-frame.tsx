import { Trans, useLingui } from '@lingui/react/macro'
import type { FormEvent, ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { Actions, Page } from '../../ui/page.tsx'
import { Progress } from '../../ui/progress.tsx'
import { SECTION_NAMES, SECTIONS } from './section-names.ts'
import type { Section } from './steps.ts'
import styles from './step-frame.module.css'

export type Place = { section: Section; index: number; count: number; onBack: () => void }

type StepFrameProps = {
  place: Place
  title: string
  lead?: ReactNode
  /** Without it there is no button to go on: the answer itself goes on. */
  onNext?: () => void
  nextLabel?: string
  children: ReactNode
}

/** One screen of the intake: where the person is, one question, Back and on. */
export function StepFrame({ place, title, lead, onNext, nextLabel, children }: StepFrameProps) {
  const { t, i18n } = useLingui()
  const part = SECTIONS.indexOf(place.section) + 1
  const parts = SECTIONS.length
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onNext?.()
  }
  return (
    <Page
      title={title}
      lead={lead}
      above={
        <Progress
          value={place.index}
          max={place.count}
          label={i18n._(SECTION_NAMES[place.section])}
          words={t`Part ${part} of ${parts}`}
        />
      }
    >
      <form className={styles['form']} onSubmit={submit} noValidate>
        {children}
        <Actions>
          {onNext && (
            <Button type="submit" large>
              {nextLabel ?? t`Next`}
            </Button>
          )}
          <Button look={onNext ? 'plain' : 'quiet'} large onClick={place.onBack}>
            <Trans>Back</Trans>
          </Button>
        </Actions>
      </form>
      <p className={styles['kept']}>
        <Trans>Each answer is kept on this device. You can stop and come back.</Trans>
      </p>
    </Page>
  )
}
