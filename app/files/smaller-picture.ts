/** Enough to see what is broken; a phone takes pictures of three times as much on each side. */
const LONGEST = 1600
const QUALITY = 0.85

/**
 * A photo as small as it needs to be, so that it travels over a poor line. What the browser cannot read, or what would
 * not get smaller, stays as it is: the server judges and makes it anew in any case.
 */
export async function smallerPicture(file: File): Promise<File> {
  if (!file.type.startsWith('image/') || file.type === 'image/svg+xml') return file
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    const pen = canvas.getContext('2d')
    if (!pen) return file
    // What is transparent would be black in a JPEG.
    pen.fillStyle = 'white'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const made = await new Promise<Blob | null>((resolve) =>
      canvas.toBlob(resolve, 'image/jpeg', QUALITY),
    )
    if (!made || made.type !== 'image/jpeg' || made.size >= file.size) return file
    return new File([made], file.name.replace(/(\.\w+)?$/, '.jpg'), { type: made.type })
  } catch {
    return file
  }
}
