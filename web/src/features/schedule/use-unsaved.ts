import { useLingui } from '@lingui/react/macro'
import { useBlocker } from '@tanstack/react-router'
import { useCallback, useRef, useState } from 'react'

/** Changes that are not kept yet are asked about before the page is left. Returns how each form says whether it has any. */
export function useUnsaved(): (form: string, dirty: boolean) => void {
  const { t } = useLingui()
  const forms = useRef(new Set<string>())
  const [any, setAny] = useState(false)
  useBlocker({
    shouldBlockFn: () =>
      any && !window.confirm(t`There are changes that are not kept yet. Leave all the same?`),
    enableBeforeUnload: () => any,
  })
  return useCallback((form, dirty) => {
    if (dirty) forms.current.add(form)
    else forms.current.delete(form)
    setAny(forms.current.size > 0)
  }, [])
}
