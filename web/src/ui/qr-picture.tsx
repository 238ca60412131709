import { useEffect, useState } from 'react'
import { type Qr, qrOf } from './qr.ts'
import styles from './qr-picture.module.css'

/** An address as a QR code, with what it does in words: dark on white in every colour scheme, for that is what cameras read. */
export function QrPicture({ address, label }: { address: string; label: string }) {
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
      <figcaption className="visually-hidden">{label}</figcaption>
      <svg aria-hidden="true" viewBox={`0 0 ${qr.size} ${qr.size}`} shapeRendering="crispEdges" data-qr="">
        <rect width={qr.size} height={qr.size} fill="#fff" />
        <path d={qr.path} fill="#000" />
      </svg>
    </figure>
  )
}
