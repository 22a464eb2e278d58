import { getFile } from './api-client.js'
import { make } from './dom.js'

/** Fetches a file as the signed-in person and hands it to the browser to save. @throws ApiProblem */
export async function saveFile(path) {
  const { name, content } = await getFile(path)
  const address = URL.createObjectURL(content)
  make('a', { href: address, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
