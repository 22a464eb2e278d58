/**
 * Whether the publisher answers within `timeoutMs` (3 s at a first start): any answer below HTTP 500 counts.
 * Never throws; redirects are not followed.
 */
export async function publisherReachable(base: string, timeoutMs: number): Promise<boolean> {
  try {
    const address = new URL('gii-toc.xml', base.endsWith('/') ? base : `${base}/`)
    const signal = AbortSignal.timeout(timeoutMs)
    const response = await fetch(address, { method: 'HEAD', redirect: 'manual', signal })
    await response.body?.cancel()
    return response.status < 500
  } catch {
    return false
  }
}
