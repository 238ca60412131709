import { Plural, Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'
import { useSaid } from '../../lib/replay/agreement.ts'
import { Card } from '../../ui/card.tsx'
import { KeepMovement } from '../../ui/keep-movement.tsx'

/** The movement of one's sets: whether it is kept, how much of it, and how to take that back. */
export function MovementCard() {
  const said = useSaid()
  const kept = useQuery({
    queryKey: ['my-replays', said?.told ? said.at : null],
    queryFn: ({ signal }) => call('myReplays', { signal }),
  })
  const count = kept.data?.replays.length ?? 0
  return (
    <Card>
      <h2 id="movement">
        <Trans>How you moved</Trans>
      </h2>
      <KeepMovement agreedThere={kept.data?.agreed != null} />
      {kept.data !== undefined && (
        <p data-kept-replays={count}>
          <Plural
            value={count}
            _0="The clinic keeps the movement of none of your sets."
            one="The clinic keeps the movement of # set."
            other="The clinic keeps the movement of # sets."
          />
        </p>
      )}
    </Card>
  )
}
