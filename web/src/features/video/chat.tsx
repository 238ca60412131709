import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { Stack } from '../../ui/page.tsx'
import { useHear } from './use-hear.ts'
import type { Meeting } from './use-meeting.ts'
import styles from './video.module.css'

type Line = { n: number; own: boolean; words: string; warn: boolean }

type ChatProps = {
  meeting: Meeting
  name: string
  /** Looks at what is about to be sent: whether it may be a warning sign. */
  screen?: (words: string) => boolean
}

/** Lines of text from one to the other. They are gone when the page is left: nobody keeps them. */
export function Chat({ meeting, name, screen }: ChatProps) {
  const { t } = useLingui()
  const [lines, setLines] = useState<readonly Line[]>([])
  const [words, setWords] = useState('')
  const [failed, setFailed] = useState(false)
  const add = (line: Omit<Line, 'n'>): void => setLines((all) => [...all, { ...line, n: all.length }])
  useHear(meeting, 'chat', ({ words: theirs, warn }) => add({ own: false, words: theirs, warn }))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const said = words.trim()
    if (said === '') return
    const warn = screen?.(said) ?? false
    // What was not heard stays in the field.
    const sent = meeting.send({ kind: 'chat', words: said, warn })
    setFailed(!sent)
    if (!sent) return
    add({ own: true, words: said, warn: false })
    setWords('')
  }
  return (
    <Card label={t`Write to each other`}>
      <Stack gap="s">
        <h2>
          <Trans>Write to each other</Trans>
        </h2>
        <p className={styles['quiet']}>
          <Trans>Only you two see this, and it is gone when the visit ends.</Trans>
        </p>
        <div role="log" aria-label={t`What was written`}>
          <ol className={styles['chat']} data-chat>
            {lines.map(({ n, own, words: line, warn }) => (
              <li key={n} data-own={own}>
                <strong>{own ? <Trans>You</Trans> : name}:</strong> {line}
                {warn && (
                  <strong className={styles['warn']}>
                    {' '}
                    <Trans>These words may be a warning sign. Ask now.</Trans>
                  </strong>
                )}
              </li>
            ))}
          </ol>
        </div>
        <form onSubmit={submit} className={styles['write']}>
          <Field
            label={t`Your words`}
            value={words}
            onChange={setWords}
            maxLength={1000}
            autoComplete="off"
          />
          <Button type="submit" look="plain">
            <Trans>Send</Trans>
          </Button>
        </form>
        {failed && (
          <p role="alert">
            <Trans>Not sent: the connection is not there right now. Your words are still in the field.</Trans>
          </p>
        )}
      </Stack>
    </Card>
  )
}
