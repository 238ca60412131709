import type { LocationWish, Place } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import { ownZone, ZoneField } from './zone-field.tsx'

type Props = { place: Place | null; onDone: () => void; onCancel: () => void }

/** A new place, or what is said of one. */
export function PlaceForm({ place, onDone, onCancel }: Props) {
  const { t } = useLingui()
  const [id] = useState(() => place?.id ?? newId())
  const [name, setName] = useState(place?.name ?? '')
  const [address, setAddress] = useState(place?.address ?? '')
  const [phone, setPhone] = useState(place?.phone ?? '')
  const [zone, setZone] = useState(place === null ? ownZone() : (place.zone ?? ''))
  const { busy, failed, run } = useDoing()
  const send = () =>
    run(async () => {
      const body: LocationWish = {
        name: name.trim(),
        address: address.trim(),
        phone: phone.trim(),
        zone: zone.trim() || null,
        open: place?.open ?? true,
      }
      await call('putLocation', { params: { id }, body })
      onDone()
    })
  return (
    <Card label={place?.name ?? t`A new place`}>
      <Form
        onSubmit={send}
        busy={busy}
        failed={failed}
        action={<Trans>Keep this place</Trans>}
        beside={
          <Button look="quiet" onClick={onCancel}>
            <Trans>Cancel</Trans>
          </Button>
        }
      >
        <Field label={t`Name of the place`} maxLength={80} required value={name} onChange={setName} />
        <Field label={t`Address`} lines={3} maxLength={300} value={address} onChange={setAddress} />
        <Field label={t`Phone of the place`} type="tel" maxLength={40} value={phone} onChange={setPhone} />
        <ZoneField value={zone} onChange={setZone} />
      </Form>
    </Card>
  )
}
