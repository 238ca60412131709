import type { DocumentKind, DocumentType } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

export const KIND_WORDS: Readonly<Record<DocumentKind, MessageDescriptor>> = {
  referral: msg`Referral letter`,
  imaging: msg`Report of a scan or X-ray`,
  insurance: msg`Insurance form`,
  photograph: msg`Photograph`,
  other: msg`Something else`,
}

export const TYPE_WORDS: Readonly<Record<DocumentType, MessageDescriptor>> = {
  pdf: msg`PDF`,
  jpeg: msg`Photo`,
}
