import type { ButtonHTMLAttributes } from 'react'
import styles from './button.module.css'

export type ButtonLook = 'main' | 'plain' | 'quiet' | 'danger'

/** The class of a button's look, for links that are to look like one. */
export function buttonClass(look: ButtonLook = 'main', large = false): string {
  return [styles['button'], styles[look], large && styles['large']].filter(Boolean).join(' ')
}

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { look?: ButtonLook; large?: boolean }

/** A button; `look` main is the one next step of a page. */
export function Button({ look = 'main', large = false, className, type = 'button', ...rest }: ButtonProps) {
  const own = buttonClass(look, large)
  return <button {...rest} type={type} className={className ? `${own} ${className}` : own} />
}
