import type { Line } from './trend.ts'

/** The shape of a line's points: told apart without colour. */
export function Mark({ look, x, y }: { look: Line['look']; x: number; y: number }) {
  if (look === 'first') return <circle cx={x} cy={y} r={4.5} />
  if (look === 'second')
    return <rect x={x - 4} y={y - 4} width={8} height={8} transform={`rotate(45 ${x} ${y})`} />
  return <path d={`M${x - 4} ${y - 4}L${x + 4} ${y + 4}M${x + 4} ${y - 4}L${x - 4} ${y + 4}`} />
}
