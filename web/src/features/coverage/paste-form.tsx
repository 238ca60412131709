import { CoverageKind, type PastedReply } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/card.tsx'
import { Choice } from '../../ui/choice.tsx'
import { COVERAGE_KIND_WORDS } from '../../ui/coverage-words.ts'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { useDoing } from '../../ui/use-doing.ts'

const FAULTS: Readonly<Record<string, MessageDescriptor>> = {
  'no-name': msg`no name`,
  'too-long': msg`one of its fields is too long`,
  'unknown-kind': msg`its kind is neither employer nor health plan`,
  twice: msg`it is there twice`,
  'open-quote': msg`a quotation mark is not closed`,
  'too-many': msg`there is no more room on the list`,
}

type Props = { onKept: () => void }

/** A list pasted from elsewhere: first shown what it would do, kept by a second press. */
export function PasteForm({ onKept }: Props) {
  const { t, i18n } = useLingui()
  const [text, setText] = useState('')
  const [usual, setUsual] = useState<CoverageKind>('health-plan')
  const [seen, setSeen] = useState<PastedReply | null>(null)
  const { busy, failed, run } = useDoing()
  const send = (confirmed: boolean) =>
    run(async () => {
      const reply = await call('pasteCoverage', { body: { text, usual, confirmed } })
      setSeen(reply)
      if (reply.kept) {
        setText('')
        onKept()
      }
    })
  const change = (next: string) => {
    setText(next)
    setSeen(null)
  }
  const lines = seen?.lines ?? []
  const faults = lines.filter(({ fault }) => fault !== null)
  const count = (does: string) => lines.filter((line) => line.does === does).length
  return (
    <Form
      onSubmit={() => send(false)}
      busy={busy}
      failed={failed}
      action={<Trans>See what it would do</Trans>}
    >
      <Field
        label={t`Pasted list`}
        hint={t`A line an entry: name; kind; other names with | between them; what to know; what people pay. A name alone is enough.`}
        lines={6}
        required
        value={text}
        onChange={change}
      />
      <Choice
        inline
        legend={t`Lines without a kind are`}
        options={CoverageKind.options.map((value) => ({
          value,
          label: i18n._(COVERAGE_KIND_WORDS[value]),
        }))}
        value={usual}
        onChange={(value) => {
          setUsual(value === 'employer' ? 'employer' : 'health-plan')
          setSeen(null)
        }}
      />
      <div aria-live="polite">
        {seen?.kept && (
          <Notice tone="ok">
            <Trans>Kept.</Trans>
          </Notice>
        )}
        {seen && !seen.kept && faults.length > 0 && (
          <Notice tone="warn">
            <p>
              <Trans>Nothing was changed. Mend these lines first:</Trans>
            </p>
            <ul>
              {faults.slice(0, 50).map(({ at, fault }) => (
                <li key={at}>
                  <Trans>
                    Line {at}: {i18n._(FAULTS[fault ?? ''] ?? msg`it cannot be read`)}
                  </Trans>
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {seen && !seen.kept && faults.length === 0 && (
          <Notice>
            <p>
              <Plural value={count('add')} one="# entry is added," other="# entries are added," />{' '}
              <Plural value={count('change')} one="# is changed," other="# are changed," />{' '}
              <Plural value={count('nothing')} one="# stays as it is." other="# stay as they are." />
            </p>
            <Button disabled={busy} onClick={() => void send(true)}>
              <Trans>Keep the pasted list</Trans>
            </Button>
          </Notice>
        )}
      </div>
    </Form>
  )
}
