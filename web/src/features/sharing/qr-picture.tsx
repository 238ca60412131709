import { useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { type Qr, qrOf } from './qr.ts'
import styles from './sharing.module.css'

/** An address as a QR code: dark on white in every colour scheme, for that is what cameras read. */
export function QrPicture({ address }: { address: string }) {
  const { t } = useLingui()
  const [qr, setQr] = useState<Qr | null>(null)
  useEffect(() => {
    let over = false
    const draw = async () => {
      // Not drawn without a connection: the link itself stands beside it.
      const made = await qrOf(address).catch(() => null)
      if (!over) setQr(made)
    }
    void draw()
    return () => {
      over = true
    }
  }, [address])
  if (qr === null) return <div className={styles['qr']} />
  return (
    <figure className={styles['qr']}>
      <figcaption className="visually-hidden">{t`QR code that opens today’s exercises`}</figcaption>
      <svg aria-hidden="true" viewBox={`0 0 ${qr.size} ${qr.size}`} shapeRendering="crispEdges" data-qr="">
        <rect width={qr.size} height={qr.size} fill="#fff" />
        <path d={qr.path} fill="#000" />
      </svg>
    </figure>
  )
}
