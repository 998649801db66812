/** How a text looks on paper: the house's typeface and values of light, nothing that only a screen can do. */
export const PAPER_STYLES = `
@page {
  size: A4;
  margin: 22mm 20mm 24mm;
  @bottom-left { font: 8.5pt 'Source Sans 3', sans-serif; color: #495161; }
  @bottom-right {
    content: "Seite " counter(page) " von " counter(pages);
    font: 8.5pt 'Source Sans 3', sans-serif;
    color: #495161;
  }
}
html {
  font: 11pt/1.5 'Source Sans 3', system-ui, sans-serif;
  color: #161921;
  font-variant-numeric: tabular-nums;
  print-color-adjust: exact;
}
body { margin: 0; overflow-wrap: break-word; }
h1, h2, h3, h4 {
  line-height: 1.2;
  font-weight: 700;
  hyphens: auto;
  break-after: avoid;
  break-inside: avoid;
}
h1 { font-size: 21pt; margin: 0 0 0.2em; }
h2 { font-size: 15pt; margin: 1.4em 0 0.4em; }
h3 { font-size: 12.5pt; margin: 1.2em 0 0.3em; }
h4 { font-size: 11pt; margin: 1.1em 0 0.2em; }
p, ul, ol, blockquote, pre, figure, .tabelle { margin: 0.6em 0; orphans: 3; widows: 3; }
.stand { color: #495161; font-size: 9.5pt; margin: 0 0 1.5em; }
li { break-inside: avoid; }
li > :is(p, ul, ol) { margin: 0.2em 0; }
ul, ol { padding-left: 1.6em; }
.aufgaben { list-style: none; padding-left: 1.6em; }
.aufgaben > li::before { content: "☐"; float: left; margin-left: -1.4em; }
.aufgaben > li.erledigt::before { content: "☑"; }
.sr-only { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
a { color: #005979; text-decoration: underline; }
blockquote { border-left: 3pt solid #ccd3e1; margin-left: 0; padding-left: 1em; color: #495161; }
code, pre { font-family: ui-monospace, 'DejaVu Sans Mono', monospace; font-size: 9.5pt; background: #f0f2f8; }
pre { padding: 0.6em; white-space: pre-wrap; }
hr { border: 0; border-top: 0.75pt solid #798294; margin: 1.2em 0; }
table { border-collapse: collapse; width: 100%; }
tr { break-inside: avoid; }
th, td { border: 0.75pt solid #798294; padding: 0.3em 0.5em; text-align: left; vertical-align: top; }
th { background: #f0f2f8; }
:is(th, td) > p { margin: 0; }
figure { margin-left: 0; margin-right: 0; break-inside: avoid; }
img { max-width: 100%; max-height: 200mm; }
mark { background: none; color: inherit; }
.inhalt ul { list-style: none; padding-left: 0; }
.inhalt .stufe-3 { padding-left: 1.5em; }
.inhalt .stufe-4 { padding-left: 3em; }
figcaption.fehlt { display: none; }
.fehlt, .leer { color: #495161; font-style: italic; }
`
