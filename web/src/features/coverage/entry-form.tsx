import { type CoverageEntry, CoverageKind, type CoverageWish } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Choice } from '../../ui/choice.tsx'
import { COVERAGE_KIND_WORDS } from '../../ui/coverage-words.ts'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { useDoing } from '../../ui/use-doing.ts'

type Props = { entry: CoverageEntry | null; onDone: () => void; onCancel: () => void }

/** A new entry, or what is said of one. */
export function EntryForm({ entry, onDone, onCancel }: Props) {
  const { t, i18n } = useLingui()
  const [id] = useState(() => entry?.id ?? newId())
  const [kind, setKind] = useState<CoverageKind>(entry?.kind ?? 'health-plan')
  const [name, setName] = useState(entry?.name ?? '')
  const [aliases, setAliases] = useState((entry?.aliases ?? []).join('\n'))
  const [state, setState] = useState<CoverageWish['state']>(entry?.state ?? 'accepted')
  const [note, setNote] = useState(entry?.note ?? '')
  const [pays, setPays] = useState(entry?.pays ?? '')
  const { busy, failed, run } = useDoing()
  const send = () =>
    run(async () => {
      const others = aliases
        .split('\n')
        .map((one) => one.trim())
        .filter((one) => one !== '')
      const body: CoverageWish = {
        kind,
        name: name.trim(),
        aliases: others,
        state,
        note: note.trim(),
        pays: pays.trim(),
      }
      await call('putCoverage', { params: { id }, body })
      onDone()
    })
  return (
    <Card label={entry?.name ?? t`A new entry`}>
      <Form
        onSubmit={send}
        busy={busy}
        failed={failed}
        action={<Trans>Keep this entry</Trans>}
        beside={
          <Button look="quiet" onClick={onCancel}>
            <Trans>Cancel</Trans>
          </Button>
        }
      >
        <Choice
          inline
          legend={t`Kind`}
          options={CoverageKind.options.map((value) => ({
            value,
            label: i18n._(COVERAGE_KIND_WORDS[value]),
          }))}
          value={kind}
          onChange={(value) => setKind(value === 'employer' ? 'employer' : 'health-plan')}
        />
        <Field
          label={t`Name of the employer or plan`}
          maxLength={120}
          required
          value={name}
          onChange={setName}
        />
        <Field
          label={t`What else people call it`}
          hint={t`One name a line: short forms, old names.`}
          lines={3}
          value={aliases}
          onChange={setAliases}
        />
        <Choice
          inline
          legend={t`Now`}
          options={[
            { value: 'accepted', label: t`Accepted` },
            { value: 'ended', label: t`Not any more` },
          ]}
          value={state}
          onChange={(value) => setState(value === 'ended' ? 'ended' : 'accepted')}
        />
        <Field
          label={t`What people should know`}
          hint={t`For example: ask for a referral first.`}
          lines={2}
          maxLength={300}
          value={note}
          onChange={setNote}
        />
        <Field
          label={t`What people pay themselves`}
          hint={t`In words, for example: 20 euros a visit.`}
          maxLength={300}
          value={pays}
          onChange={setPays}
        />
      </Form>
    </Card>
  )
}
