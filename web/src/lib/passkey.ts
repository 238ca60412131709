import type { PasskeyChallenge, PasskeyMade, PasskeySigned } from '@dorsal/care'
import { base64UrlOf, bytesOfUrl } from './base64.ts'

/** The person closed the device's own question, or it had no passkey for here: nothing went wrong. */
export class PasskeyCancelled extends Error {}

const toText = (data: ArrayBuffer): string => base64UrlOf(new Uint8Array(data))

/** Whether passkeys can be used here: they need a browser that knows them and an address by name, not by number. */
export function passkeysWork(): boolean {
  const byNumber = /^[\d.]+$|^\[/.test(location.hostname)
  return typeof PublicKeyCredential === 'function' && window.isSecureContext && !byNumber
}

async function asked(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const given = await ask()
    if (given instanceof PublicKeyCredential) return given
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
  }
  throw new PasskeyCancelled('No passkey was given.')
}

/** Has the device make a passkey: kept by the device, opened by finger, face or the device's own code. */
export async function makePasskey(given: PasskeyChallenge, label: string): Promise<PasskeyMade> {
  const credential = await asked(() =>
    navigator.credentials.create({
      publicKey: {
        challenge: bytesOfUrl(given.challenge),
        rp: { id: given.rpId, name: given.rpName },
        user: {
          id: bytesOfUrl(given.userId ?? ''),
          name: given.userName ?? '',
          displayName: given.userName ?? '',
        },
        pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: 'public-key', alg })),
        excludeCredentials: given.known.map((id) => ({ type: 'public-key', id: bytesOfUrl(id) })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        attestation: 'none',
      },
    }),
  )
  const { response } = credential
  if (!(response instanceof AuthenticatorAttestationResponse)) throw new PasskeyCancelled()
  const publicKey = response.getPublicKey()
  if (publicKey === null) throw new PasskeyCancelled()
  return {
    label,
    credentialId: toText(credential.rawId),
    clientData: toText(response.clientDataJSON),
    authenticatorData: toText(response.getAuthenticatorData()),
    publicKey: toText(publicKey),
    algorithm: response.getPublicKeyAlgorithm(),
  }
}

/** Has the device sign by a passkey that it keeps for this address. */
export async function signByPasskey(given: PasskeyChallenge): Promise<PasskeySigned> {
  const credential = await asked(() =>
    navigator.credentials.get({
      publicKey: { challenge: bytesOfUrl(given.challenge), rpId: given.rpId, userVerification: 'required' },
    }),
  )
  const { response } = credential
  if (!(response instanceof AuthenticatorAssertionResponse)) throw new PasskeyCancelled()
  return {
    credentialId: toText(credential.rawId),
    clientData: toText(response.clientDataJSON),
    authenticatorData: toText(response.authenticatorData),
    signature: toText(response.signature),
  }
}
