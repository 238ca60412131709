import { useState } from 'react'

const words = new Map<string, string>()

/**
 * Words that somebody is typing, kept in this page's memory until they are sent: they outlive a refusal, a form that makes way for
 * another, and a sign-in that has to be repeated. Never stored: they are about a patient.
 */
export function useKeptWords(key: string): readonly [string, (text: string) => void] {
  const [text, setText] = useState(words.get(key) ?? '')
  return [
    text,
    (next) => {
      words.set(key, next)
      setText(next)
    },
  ]
}

export const keptWords = (key: string): string => words.get(key)?.trim() ?? ''
export const dropWords = (key: string): void => void words.delete(key)
