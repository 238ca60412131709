import { Trans } from '@lingui/react/macro'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/card.tsx'
import styles from './panel-page.module.css'

/** The keys of the panel, all of them. */
export function KeyHelp({ onClose }: { onClose: () => void }) {
  const keys = [
    ['j', <Trans key="j">the next patient</Trans>],
    ['k', <Trans key="k">the one before</Trans>],
    ['Enter', <Trans key="enter">opens the record</Trans>],
    ['a', <Trans key="a">shows what waits; once more accepts what is low-risk</Trans>],
    ['e', <Trans key="e">opens the plan, to edit it</Trans>],
    ['r', <Trans key="r">rejects what waits, with a reason</Trans>],
    ['m', <Trans key="m">writes a message</Trans>],
    ['u', <Trans key="u">takes the last acceptance back</Trans>],
    ['/', <Trans key="slash">searches by name</Trans>],
    ['?', <Trans key="what">shows and hides this list</Trans>],
  ] as const
  return (
    <Notice live>
      <dl className={styles['help']}>
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <Button look="quiet" onClick={onClose}>
        <Trans>Close</Trans>
      </Button>
    </Notice>
  )
}
