import { DOCUMENT_KINDS, DOCUMENT_LIMITS, type DocumentKind, DocumentKind as Kinds } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useId, useRef, useState } from 'react'
import { Notice } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { type ChosenFile, chosenFile } from './chosen-file.ts'
import styles from './document.module.css'
import { KIND_WORDS } from './document-words.ts'

export type Draft = { file: ChosenFile | null; kind: DocumentKind; title: string }
export const EMPTY: Draft = { file: null, kind: 'referral', title: '' }

type GiveFormProps = {
  draft: Draft
  onChange: (draft: Draft) => void
  onGive: () => Promise<void>
  busy: boolean
  failed: unknown
  action: ReactNode
}

/** A file, what it is, and a few words about it. A file that is not taken leaves the form as it was filled in. */
export function GiveForm({ draft, onChange, onGive, busy, failed, action }: GiveFormProps) {
  const { t, i18n } = useLingui()
  const ids = { file: useId(), hint: useId(), kind: useId() }
  const [unread, setUnread] = useState(false)
  const [missing, setMissing] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const choose = async (file: File | undefined) => {
    if (file === undefined) return
    setMissing(false)
    const read = await chosenFile(file).catch(() => null)
    setUnread(read === null)
    if (read === null && field.current) field.current.value = ''
    onChange({ ...draft, file: read })
  }
  const give = async () => {
    if (draft.file !== null) return onGive()
    setMissing(true)
    field.current?.focus()
  }
  return (
    <Form onSubmit={give} busy={busy} failed={failed} action={action}>
      <div className={styles['field']}>
        <label htmlFor={ids.file}>
          <Trans>The file: a PDF, or a photo of the paper</Trans>
        </label>
        <input
          ref={field}
          id={ids.file}
          type="file"
          accept="application/pdf,image/*"
          aria-describedby={ids.hint}
          aria-invalid={missing || unread || undefined}
          onChange={(event) => void choose(event.target.files?.[0])}
        />
        <p id={ids.hint} className={styles['quiet']}>
          <Trans>Up to 5 MB. Where and when a photo was taken is removed on this device.</Trans>
        </p>
        {(unread || missing) && (
          <div role="alert">
            <Notice tone="warn">
              <p>
                {missing ? (
                  <Trans>Choose a file first.</Trans>
                ) : (
                  <Trans>
                    This is no PDF and no picture that this device can show, or it is larger than 5 MB. Choose
                    another one, or take a photo of each page.
                  </Trans>
                )}
              </p>
            </Notice>
          </div>
        )}
      </div>
      <div className={styles['field']}>
        <label htmlFor={ids.kind}>
          <Trans>What is it?</Trans>
        </label>
        <select
          id={ids.kind}
          value={draft.kind}
          onChange={(event) => onChange({ ...draft, kind: Kinds.parse(event.target.value) })}
        >
          {DOCUMENT_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {i18n._(KIND_WORDS[kind])}
            </option>
          ))}
        </select>
      </div>
      <Field
        label={t`A few words about it, if you like`}
        value={draft.title}
        onChange={(title) => onChange({ ...draft, title })}
        maxLength={DOCUMENT_LIMITS.title}
      />
    </Form>
  )
}
