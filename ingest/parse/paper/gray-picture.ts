import { damaged } from './paper-error.ts'

/** A picture in shades of gray, one byte each, rows from the top (PGM, `P5`). */
export interface GrayPicture {
  width: number
  height: number
  pixels: Uint8Array
}

export function readPgm(bytes: Uint8Array): GrayPicture {
  const head = /^P5\s+(?:#.*\s+)*(\d+)\s+(\d+)\s+255\s/.exec(Buffer.from(bytes.subarray(0, 200)).toString('latin1'))
  const width = Number(head?.[1] ?? 0)
  const height = Number(head?.[2] ?? 0)
  const pixels = bytes.subarray(head?.[0].length ?? 0)
  if (width * height === 0 || pixels.length < width * height) throw damaged('Bild einer Seite')
  return { width, height, pixels }
}

export function writePgm({ width, height, pixels }: GrayPicture): Uint8Array {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), pixels.subarray(0, width * height)])
}

/** Turned clockwise by 90, 180 or 270 degrees. */
export function turnPicture({ width, height, pixels }: GrayPicture, degrees: 90 | 180 | 270): GrayPicture {
  const turned = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const pixel = pixels[y * width + x] ?? 0
      if (degrees === 180) turned[(height - 1 - y) * width + (width - 1 - x)] = pixel
      else if (degrees === 90) turned[x * height + (height - 1 - y)] = pixel
      else turned[(width - 1 - x) * height + y] = pixel
    }
  return degrees === 180 ? { width, height, pixels: turned } : { width: height, height: width, pixels: turned }
}
