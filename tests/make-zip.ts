import { crc32, deflateRawSync } from 'node:zlib'

/** A file to put into a test zip; the other fields forge what a broken or hostile zip would say. */
export interface ZippedFile {
  name: string
  content: Uint8Array | string
  declaredSize?: number
  checksum?: number
  encrypted?: boolean
  /** Unix mode: `0o120777` is a symbolic link. */
  mode?: number
}

/** A zip with the files given, deflated, written after APPNOTE.TXT 4.3. */
export function makeZip(files: ZippedFile[]): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const file of files) {
    const { local, central } = zipEntry(file, offset)
    locals.push(local)
    centrals.push(central)
    offset += local.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

function zipEntry(file: ZippedFile, offset: number) {
  const content = Buffer.from(file.content)
  const packed = deflateRawSync(content)
  const name = Buffer.from(file.name)
  const shared = Buffer.alloc(26)
  shared.writeUInt16LE(20, 0)
  shared.writeUInt16LE(file.encrypted ? 1 : 0, 2)
  shared.writeUInt16LE(8, 4)
  shared.writeUInt32LE(file.checksum ?? crc32(content), 10)
  shared.writeUInt32LE(packed.length, 14)
  shared.writeUInt32LE(file.declaredSize ?? content.length, 18)
  shared.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), shared, name, packed])
  const tail = Buffer.alloc(14)
  tail.writeUInt32LE(((file.mode ?? 0) << 16) >>> 0, 6)
  tail.writeUInt32LE(offset, 10)
  const central = Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), shared, tail, name])
  return { local, central }
}
