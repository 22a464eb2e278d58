import { getFile } from './api-client.js'
import { make } from './dom.js'

/** Fetches a file as the signed-in person and hands it to the browser to save, under the service's name where none is given. @throws ApiProblem */
export async function saveFile(path, name) {
  const { name: given, content } = await getFile(path)
  const address = URL.createObjectURL(content)
  make('a', { href: address, download: name ?? given }).click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
