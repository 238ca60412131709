import type { CheckedLicence, Colleague } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { nowInstant, shortDayOf } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import styles from './colleagues-page.module.css'

type Props = { person: Colleague; onChanged: () => void }

/** What somebody is licensed as: as it was checked in the public register, and the form to enter it. */
export function LicencePart({ person, onChanged }: Props) {
  const [open, setOpen] = useState(false)
  const { licence } = person
  if (open)
    return (
      <LicenceForm
        person={person}
        onDone={() => {
          setOpen(false)
          onChanged()
        }}
        onCancel={() => setOpen(false)}
      />
    )
  return (
    <div className={styles['licence']}>
      {licence === null ? (
        <p>
          <strong>
            <Trans>No licence on record</Trans>
          </strong>
        </p>
      ) : (
        <Shown licence={licence} />
      )}
      <Button look="quiet" onClick={() => setOpen(true)}>
        {licence === null ? <Trans>Enter the licence</Trans> : <Trans>Change the licence</Trans>}
      </Button>
    </div>
  )
}

function Shown({ licence }: { licence: CheckedLicence }) {
  const { i18n } = useLingui()
  const { kind, number, country, region, expiresOn, checkedAt, checkedBy } = licence
  const over = nowInstant().slice(0, 10) > expiresOn
  const day = shortDayOf(`${expiresOn}T12:00:00.000Z`, i18n.locale)
  return (
    <p>
      {kind}, {region === null ? country : `${country}-${region}`} {number}
      <br />
      <small>
        {over ? (
          <strong>
            <Trans>Ran out on {day}: may not let plans take effect</Trans>
          </strong>
        ) : (
          <Trans>until {day}</Trans>
        )}
        {' · '}
        {checkedBy === null ? (
          <Trans>checked {shortDayOf(checkedAt, i18n.locale)}</Trans>
        ) : (
          <Trans>
            checked {shortDayOf(checkedAt, i18n.locale)} by {checkedBy}
          </Trans>
        )}
      </small>
    </p>
  )
}

type FormProps = { person: Colleague; onDone: () => void; onCancel: () => void }

function LicenceForm({ person, onDone, onCancel }: FormProps) {
  const { t } = useLingui()
  const had = person.licence
  const [kind, setKind] = useState(had?.kind ?? '')
  const [number, setNumber] = useState(had?.number ?? '')
  const [country, setCountry] = useState(had?.country ?? '')
  const [region, setRegion] = useState(had?.region ?? '')
  const [expiresOn, setExpiresOn] = useState(had?.expiresOn ?? '')
  const { busy, failed, run } = useDoing()
  const send = () =>
    run(async () => {
      const body = {
        kind: kind.trim(),
        number: number.trim(),
        country: country.trim().toUpperCase(),
        region: region.trim() || null,
        expiresOn,
      }
      await call('setLicence', { params: { id: person.staffId }, body })
      onDone()
    })
  return (
    <Form
      onSubmit={send}
      busy={busy}
      failed={failed}
      action={<Trans>I have checked it in the register</Trans>}
      beside={
        <Button look="quiet" onClick={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
      }
    >
      <Field
        label={t`Licensed as`}
        hint={t`For example “Physical therapist”. Patients read this beside the name.`}
        maxLength={60}
        required
        value={kind}
        onChange={setKind}
      />
      <Field label={t`Number`} maxLength={40} required value={number} onChange={setNumber} />
      <Field
        label={t`Country`}
        hint={t`Two letters, for example PT.`}
        maxLength={2}
        required
        value={country}
        onChange={setCountry}
      />
      <Field
        label={t`State or region, if it counts only there`}
        maxLength={40}
        value={region}
        onChange={setRegion}
      />
      <Field label={t`Valid until`} type="date" required value={expiresOn} onChange={setExpiresOn} />
    </Form>
  )
}
