import type { CoverageReply } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call } from '../lib/api.ts'
import { Button } from './button.tsx'
import { CoverageAnswer } from './coverage-answer.tsx'
import styles from './coverage-check.module.css'
import { ErrorNote } from './error-note.tsx'
import { Field } from './field.tsx'
import { useDoing } from './use-doing.ts'
import { Waiting } from './waiting.tsx'

type Found = { typed: string; reply: CoverageReply }

/** Whether the clinic takes an employer or health plan, what a visit costs without one, and what is free. It needs nobody's name. */
export function CoverageCheck() {
  const { t } = useLingui()
  const words = useQuery({ queryKey: ['coverage'], queryFn: ({ signal }) => call('coverage', { signal }) })
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<Found | null>(null)
  const { busy, failed, run } = useDoing()
  const look = (text: string) =>
    run(async () => {
      if (text.trim() === '') return
      setFound({ typed: text.trim(), reply: await call('searchCoverage', { body: { typed: text } }) })
    })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void look(typed)
  }
  const meant = (called: string) => {
    setTyped(called)
    void look(called)
  }
  if (words.isPending) return <Waiting />
  if (!words.data) return <ErrorNote error={words.error} onRetry={() => void words.refetch()} />
  const { kept, payYourself, freePath } = words.data
  return (
    <div className={styles['check']}>
      {kept ? (
        <search>
          <form className={styles['form']} onSubmit={submit}>
            <Field
              label={t`Your employer or health plan`}
              hint={t`Only looked up: what you type is kept nowhere.`}
              required
              maxLength={120}
              autoComplete="off"
              value={typed}
              onChange={setTyped}
            />
            <div>
              <Button type="submit" disabled={busy}>
                <Trans>Look it up</Trans>
              </Button>
            </div>
          </form>
        </search>
      ) : (
        <p>
          <Trans>This clinic keeps no list of employers and health plans here. Please ask the clinic.</Trans>
        </p>
      )}
      {failed ? <ErrorNote error={failed} /> : null}
      <div aria-live="polite" className={styles['answer']}>
        {found && !failed && <CoverageAnswer {...found} busy={busy} onMeant={meant} />}
      </div>
      {(payYourself !== '' || freePath !== '') && (
        <div className={styles['words']}>
          {payYourself !== '' && (
            <section>
              <h2>
                <Trans>Paying yourself</Trans>
              </h2>
              <p>{payYourself}</p>
            </section>
          )}
          {freePath !== '' && (
            <section>
              <h2>
                <Trans>What is free</Trans>
              </h2>
              <p>{freePath}</p>
            </section>
          )}
        </div>
      )}
    </div>
  )
}
