import type { PanelPage } from '@dorsal/care'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '../../lib/api.ts'
import { dayOf, shortMomentOf } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/card.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useDoing } from '../../ui/use-doing.ts'

/** For whom one stands in, and whom one was handed with what was said, until one says that one has seen it. */
export function PanelNotices({ covering, handed }: Pick<PanelPage, 'covering' | 'handed'>) {
  const { i18n } = useLingui()
  const client = useQueryClient()
  const { busy, failed, run } = useDoing()
  return (
    <>
      {covering.map(({ staffId, name, until }) => (
        <Notice key={staffId}>
          <Trans>
            You stand in for {name} until {dayOf(until, i18n.locale)}. Their people are in your list.
          </Trans>
        </Notice>
      ))}
      {handed.map(({ id, from, note, at, people }) => (
        <Notice key={id} tone="accent" live>
          <p>
            <strong>
              <Plural
                value={people.length}
                one={`${from} handed # person over to you`}
                other={`${from} handed # people over to you`}
              />
            </strong>{' '}
            · {shortMomentOf(at, i18n.locale)}
          </p>
          {note !== '' && <p>{note}</p>}
          <p>
            {people.slice(0, 12).map(({ patientId, label }, index) => (
              <span key={patientId}>
                {index > 0 && ', '}
                <Link to="/patients/$id" params={{ id: patientId }}>
                  {label}
                </Link>
              </span>
            ))}
            {people.length > 12 && ' …'}
          </p>
          <Button
            look="plain"
            disabled={busy}
            onClick={() =>
              void run(async () => {
                await call('seeHandOver', { params: { id } })
                await client.invalidateQueries({ queryKey: ['panel'] })
              })
            }
          >
            <Trans>I have seen it</Trans>
          </Button>
        </Notice>
      ))}
      {failed ? <ErrorNote error={failed} /> : null}
    </>
  )
}
