import { type ClinicThread, MESSAGE_LENGTH, wordsOf } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { type RefObject, useEffect, useId, useState } from 'react'
import { dropWords, useKeptWords } from '../../lib/kept-words.ts'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import { Stack } from '../../ui/page.tsx'
import { AddPhotos } from './add-photos.tsx'
import type { Photo } from './draft.ts'
import styles from './message.module.css'

type AnswerProps = {
  patientId: string
  thread: ClinicThread
  send: (id: string, words: string, photos: readonly Photo[]) => Promise<unknown>
  form: RefObject<HTMLFormElement | null>
}

/** The field of the desk: templates in the language in which the person reads, and nothing typed is lost by a refusal or a sign-in. */
export function AnswerForm({ patientId, thread, send, form }: AnswerProps) {
  const { t } = useLingui()
  const key = `message ${patientId}`
  const [words, setWords] = useKeptWords(key)
  const [photos, setPhotos] = useState<Photo[]>([])
  const [id, setId] = useState(() => newId())
  const [state, setState] = useState<'writing' | 'sending' | { error: unknown }>('writing')
  const picker = useId()
  const ready = words.trim() !== '' && state !== 'sending'

  const go = async () => {
    if (!ready) return
    setState('sending')
    try {
      await send(id, words.trim(), photos)
      dropWords(key)
      setWords('')
      setPhotos([])
      setId(newId())
      setState('writing')
    } catch (error) {
      setState({ error })
    }
  }
  useEffect(() => {
    const { current } = form
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) current?.requestSubmit()
    }
    current?.addEventListener('keydown', onKey)
    return () => current?.removeEventListener('keydown', onKey)
  }, [form])
  const insert = (templateId: string) => {
    const template = thread.templates.find((one) => one.id === templateId)
    if (template === undefined) return
    const text = wordsOf(template, thread.lang)
    setWords(words.trim() === '' ? text : `${words.trimEnd()}\n\n${text}`)
  }
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault()
        void go()
      }}
    >
      <Stack gap="s">
        <label htmlFor={picker}>
          <Trans>Begin with a template</Trans>
        </label>
        <select id={picker} value="" onChange={(event) => insert(event.target.value)}>
          <option value="">{t`Choose…`}</option>
          {thread.templates.map((template) => (
            <option key={template.id} value={template.id}>
              {template.title}
            </option>
          ))}
        </select>
        <Field
          label={t`Write to this person`}
          hint={
            thread.lang === 'en' ? (
              <Trans>Ctrl + Enter sends.</Trans>
            ) : (
              <Trans>This person reads in another language ({thread.lang}). Ctrl + Enter sends.</Trans>
            )
          }
          value={words}
          onChange={setWords}
          lines={4}
          maxLength={MESSAGE_LENGTH}
        />
        <AddPhotos own={false} photos={photos} onChange={setPhotos} />
        {typeof state === 'object' && <ErrorNote error={state.error} />}
        <div className={styles['acts']}>
          <Button type="submit" disabled={!ready}>
            <Trans>Send</Trans>
          </Button>
        </div>
      </Stack>
    </form>
  )
}
