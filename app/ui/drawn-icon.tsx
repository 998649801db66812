import { forwardRef, type SVGAttributes } from 'react'

/** What lucide-react knows of one icon: the elements that it is drawn with. */
type Drawing = { name: string; node: [tag: string, attributes: Record<string, string>][] }

/**
 * Makes the component of an icon. vite.config.ts puts this in the place of lucide's own: what an icon is drawn with is
 * written out once for all pages instead of four elements each time; a page has fifty of them.
 */
export default function drawnIcon({ name, node }: Drawing) {
  const drawing = { __html: node.map(written).join('') }
  const Icon = forwardRef<SVGSVGElement, SVGAttributes<SVGSVGElement>>((given, ref) => (
    <svg
      aria-hidden={given['aria-label'] === undefined ? true : undefined}
      {...given}
      ref={ref}
      viewBox="0 0 24 24"
      className={`lucide ${given.className ?? ''}`}
      dangerouslySetInnerHTML={drawing}
    />
  ))
  Icon.displayName = name
  return Icon
}

function written([tag, { key: _, ...attributes }]: Drawing['node'][number]): string {
  const words = Object.entries(attributes).map(
    ([name, value]) =>
      ` ${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}="${value}"`,
  )
  return `<${tag}${words.join('')}/>`
}
