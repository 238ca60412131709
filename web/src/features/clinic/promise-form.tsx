import type { ReplyRule } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { Many } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import { ZoneField } from './zone-field.tsx'

/** A Monday, from which the names of the days are told in the language of the page. */
const MONDAY = Date.UTC(2024, 0, 1, 12)

const dayNames = (locale: string): string[] =>
  [0, 1, 2, 3, 4, 5, 6].map((n) =>
    new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(MONDAY + n * 86_400_000),
  )

type Props = { rule: ReplyRule; onKept: () => void }

/** What the clinic promises about answers; people read it above the field in which they write. */
export function PromiseForm({ rule, onKept }: Props) {
  const { t, i18n } = useLingui()
  const [workingDays, setWorkingDays] = useState(String(rule.workingDays))
  const [days, setDays] = useState(rule.days.map(String))
  const [from, setFrom] = useState(rule.from)
  const [to, setTo] = useState(rule.to)
  const [zone, setZone] = useState(rule.zone)
  const [after, setAfter] = useState(rule.afterEndDays === null ? '' : String(rule.afterEndDays))
  const [kept, setKept] = useState(false)
  const { busy, failed, run } = useDoing()
  const send = () =>
    run(async () => {
      setKept(false)
      const body: ReplyRule = {
        workingDays: Number(workingDays),
        days: days.map(Number).sort((a, b) => a - b),
        from,
        to,
        zone: zone.trim(),
        afterEndDays: after.trim() === '' ? null : Number(after),
      }
      await call('setReplyPromise', { body })
      setKept(true)
      onKept()
    })
  return (
    <Form onSubmit={send} busy={busy} failed={failed} action={<Trans>Keep the promise</Trans>}>
      <Field
        label={t`Working days until an answer`}
        type="number"
        inputMode="numeric"
        min={1}
        max={10}
        required
        value={workingDays}
        onChange={setWorkingDays}
      />
      <Many
        inline
        legend={t`Days on which messages are read`}
        options={dayNames(i18n.locale).map((label, n) => ({ value: String(n + 1), label }))}
        values={days}
        onChange={setDays}
      />
      <Field label={t`Read from`} type="time" required value={from} onChange={setFrom} />
      <Field label={t`Read until`} type="time" required value={to} onChange={setTo} />
      <ZoneField required value={zone} onChange={setZone} />
      <Field
        label={t`Days after the end of a course in which people may still write`}
        hint={t`Empty: always.`}
        type="number"
        inputMode="numeric"
        min={0}
        max={3650}
        value={after}
        onChange={setAfter}
      />
      <output>{kept && <Trans>Kept. Messages that are there already keep their promise.</Trans>}</output>
    </Form>
  )
}
