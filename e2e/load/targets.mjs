// Every figure of the bench in the order of the table: its words, its unit, what it must not exceed
// (target) and where it should be (aim). Figures without a target explain the others.

/** @typedef {{ label: string, unit: string, target?: number, aim?: number, digits?: number }} Figure */

const view = (label, target, aim) => ({ label: `${label}: CPU`, unit: 'ms', target, aim })
const database = () => ({ label: '  davon PostgreSQL', unit: 'ms' })
const time = (label, what = '') => ({ label: `${label}: ${what}`, unit: 'ms', digits: 0 })

/** @type {Record<string, Figure>} */
export const FIGURES = {
  'today.cpu': view('Heute', 12, 6),
  'today.db': database(),
  'today.p50': time('Heute', 'p50 bei 16 Verbindungen'),
  'today.p95': time('Heute', 'p95'),
  'plgs.cpu': view('PLG-Liste', 12, 6),
  'plgs.db': database(),
  'plgs.p50': time('PLG-Liste', 'p50 bei 16 Verbindungen'),
  'plgs.p95': time('PLG-Liste', 'p95'),
  'plg.cpu': view('PLG-Seite (200 Mitglieder)', 12, 6),
  'plg.db': database(),
  'plg.p50': time('PLG-Seite', 'p50 bei 16 Verbindungen'),
  'plg.p95': time('PLG-Seite', 'p95'),
  'topic.cpu': view('Thema mit 200 Beiträgen', 12, 6),
  'topic.db': database(),
  'topic.p50': time('Thema', 'p50 bei 16 Verbindungen'),
  'topic.p95': time('Thema', 'p95'),
  'document.cpu': view('Dokument', 12, 5),
  'document.db': database(),
  'document.p50': time('Dokument', 'p50 bei 16 Verbindungen'),
  'document.p95': time('Dokument', 'p95'),
  'book.cpu': view('Dokument von 300.000 Zeichen'),
  'book.db': database(),
  'book.p50': time('Dokument von 300.000 Zeichen', 'p50 bei 16 Verbindungen'),
  'book.p95': time('Dokument von 300.000 Zeichen', 'p95'),
  'search.cpu': view('Suche (ganze Seite)', 15, 8),
  'search.db': database(),
  'search.p50': time('Suche', 'p50 bei 16 Verbindungen'),
  'search.p95': { ...time('Suche', 'p95'), target: 60, aim: 40 },
  'post.cpu': view('Beitrag schreiben, mit Glocke und Aufträgen', 8, 4),
  'post.db': database(),
  'post.p50': time('Beitrag', 'p50 bei 8 Verbindungen'),
  'post.p95': time('Beitrag', 'p95'),

  ...workspace('ownPlg', 'Erste Seite einer PLG'),
  ...workspace('phases', 'Phasen einer PLG'),
  ...workspace('projects', 'Vorhaben einer PLG, 20 von 60'),
  ...workspace('project', 'Vorhaben'),
  ...workspace('sessions', 'Treffen einer PLG, 20 von 60'),
  ...workspace('session', 'Treffen'),
  ...workspace('ideas', 'Ideen, 12 von 1.500'),
  ...workspace('ideasFound', 'Ideen mit Suche und Auswahl', true),
  ...workspace('idea', 'Idee'),
  ...workspace('results', 'Veröffentlichte Vorhaben, 20 von 1.000'),
  ...workspace('resultsFound', 'Veröffentlichte Vorhaben mit Suche und Auswahl', true),
  ...workspace('result', 'Veröffentlichtes Vorhaben'),
  ...workspace('cockpit', 'Begleitete PLGs'),

  ...workspace('directory', 'Software, 24 von 2.000 Apps'),
  'directory.cpu': view('Software, 24 von 2.000 Apps', 10, 6),
  ...workspace('directoryFound', 'Software mit Suche und Auswahl', true),
  'directoryFound.cpu': view('Software mit Suche und Auswahl', 10, 6),
  ...workspace('app', 'Eine App'),
  ...workspace('answer', 'Eine App mit Frage und Antwort'),

  ...workspace('grid', 'Kalender des MediaLab, 60 von 500 Angeboten'),
  'grid.p95': { ...time('Kalender des MediaLab', 'p95'), target: 60 },
  'findTime.cpu': view('Termin für drei Bedarfe suchen'),
  'findTime.db': { ...database(), target: 50 },
  'findTime.p50': time('Termin suchen', 'p50 bei 4 Verbindungen'),
  'findTime.p95': time('Termin suchen', 'p95'),
  'slot.won': { label: '200 wollen dieselbe Stunde: bekommen sie', unit: '', digits: 0 },
  'slot.last': { ...time('200 wollen dieselbe Stunde', 'letzte Antwort'), target: 3000 },
  'heap.won': { label: '500 wollen eines von 30: bekommen eines', unit: '', digits: 0 },
  'heap.last': time('500 wollen eines von 30', 'letzte Antwort'),

  ...workspace('concept', 'Medienkonzept lesen'),
  ...workspace('conceptMatrix', 'Kompetenzen eines Konzepts'),
  ...workspace('concepts', 'Konzepte, 12 von 135'),
  ...workspace('conceptsFound', 'Konzepte mit Suche und Auswahl', true),
  ...workspace('sideBySide', 'Zwei Konzepte nebeneinander'),
  ...workspace('goals', 'Entwurf, auf einen Blick'),
  ...workspace('workingMatrix', 'Kompetenzen des Entwurfs'),
  'comparison.cpu': view('Vergleich zweier Versionen von 100 Seiten'),
  'comparison.db': database(),
  'comparison.p50': {
    ...time('Vergleich zweier Versionen von 100 Seiten', 'p50'),
    target: 300,
  },
  'comparison.p95': time('Vergleich zweier Versionen von 100 Seiten', 'p95'),
  'import.time': {
    ...time('Word-Datei von 80 Seiten mit 40 Fotos', 'bis alles erkannt ist'),
    target: 10_000,
  },
  'import.cpu': { label: 'Word-Datei von 80 Seiten mit 40 Fotos: CPU', unit: 'ms', digits: 0 },

  'growth.today': { label: 'Zehnfache Stadt, Heute: CPU mal', unit: '', target: 1.2, digits: 2 },
  'growth.plgs': { label: 'Zehnfache Stadt, PLG-Liste: CPU mal', unit: '', digits: 2 },
  'growth.topic': { label: 'Zehnfache Stadt, Thema: CPU mal', unit: '', target: 1.2, digits: 2 },
  'growth.search': { label: 'Zehnfache Stadt, Suche: CPU mal', unit: '', target: 2, digits: 2 },

  'sockets.count': { label: 'Offene Leitungen', unit: '', digits: 0 },
  'sockets.kib': { label: 'Offene Leitung: Speicher', unit: 'KiB', target: 18, aim: 13 },
  'sockets.heap': { label: '  davon lebender Inhalt', unit: 'KiB' },
  'sockets.connect.cpu': {
    label: 'Verbinden: CPU',
    unit: 'ms',
    target: 1,
    aim: 0.5,
    digits: 2,
  },
  'sockets.connect.p50': time('Verbinden', 'p50, 48 zugleich'),
  'sockets.connect.p95': time('Verbinden', 'p95'),
  'sockets.idle.cpu': { label: 'Alle offenen Leitungen: CPU je Sekunde', unit: 'ms' },
  'sockets.join.cpu': { label: 'Zuhören in einer PLG: CPU', unit: 'ms', digits: 2 },
  'news200.cpu': { label: 'Beitrag an 200 Mitglieder: CPU', unit: 'ms', target: 20, aim: 15 },
  'news200.db': database(),
  'news200.last': {
    ...time('Beitrag an 200', 'letztes Mitglied hat die Nachricht'),
    target: 50,
    aim: 15,
  },
  'news6000.cpu': { label: 'Beitrag an alle: CPU', unit: 'ms', target: 150, aim: 110 },
  'news6000.db': database(),
  'news6000.last': {
    ...time('Beitrag an alle', 'letztes Mitglied hat die Nachricht'),
    target: 150,
    aim: 100,
  },
  'bell6000.cpu': { label: 'Neues Thema an alle, mit Zeile in jeder Glocke: CPU', unit: 'ms' },
  'bell6000.db': database(),
  'bell6000.last': time('Neues Thema an alle', 'letzte Glocke'),

  'protocol.spread': {
    ...time('Nächster Schritt, zwölf hören ihn', 'auseinander, p95'),
    target: 250,
    aim: 50,
  },
  'protocol.worst': time('Nächster Schritt, zwölf hören ihn', 'auseinander, größter Abstand'),
  'protocol.last': time('Nächster Schritt', 'vom Drücken bis zur letzten Person'),
  'protocol.clocks': time('Uhren der zwölf', 'gemessen auseinander'),

  ...typing('two', 'Zwei schreiben'),
  ...typing('twenty', 'Zwanzig schreiben', { cpu: [1.8, 1.4], p50: [2.5, 2], p95: [8, 5] }),
  'opened.cpu': { label: 'Dokument öffnen, um zu schreiben: CPU', unit: 'ms' },
  'opened.mib': {
    label: 'Offenes Dokument (400 zugleich): Speicher',
    unit: 'MiB',
    target: 0.5,
    digits: 2,
  },
  'opened.heap': { label: '  davon lebender Inhalt', unit: 'MiB', digits: 2 },

  ...weights('start', 'Startseite'),
  ...weights('today', 'Heute', 100, 90),
  ...weights('plgs', 'PLG-Liste', 100, 90),
  ...weights('plg', 'PLG-Seite', 100, 90),
  ...weights('topic', 'Thema', 100, 90),
  ...weights('document', 'Dokument', 100, 90),
  ...weights('book', 'Dokument von 300.000 Zeichen', 100, 90),
  ...weights('edit', 'Editor', 350, 280),
  ...slow('start', 'Startseite', {}),
  ...slow('today', 'Heute', { visible: [1.5, 0.8], thread: [1.2, 1] }),
  ...slow('plgs', 'PLG-Liste', {}),
  ...slow('plg', 'PLG-Seite', {}),
  ...slow('topic', 'Thema', { visible: [1.6, 1] }),
  ...slow('document', 'Dokument', { visible: [1.5, 1] }),
  ...slow('book', 'Dokument von 300.000 Zeichen', { visible: [1.5, 1] }),
  ...editor('document', 'Editor', [5, 3.5]),
  ...editor('book', 'Editor mit 300.000 Zeichen', []),

  'start.ready': { label: 'Kaltstart (bester von drei)', unit: 's', target: 2.5, aim: 1.5 },
  'start.rss': { label: 'Speicher der Anwendung, ruhend', unit: 'MiB', target: 180, aim: 140 },
  'start.rssAfter': { label: 'Speicher der Anwendung nach den Seiten', unit: 'MiB' },
}

/** A page of the learning cycle; where one searches, the slowest of twenty counts, too. */
function workspace(name, label, isSearch = false) {
  return {
    [`${name}.cpu`]: view(label, 12, 6),
    [`${name}.db`]: database(),
    [`${name}.p50`]: time(label, 'p50 bei 16 Verbindungen'),
    [`${name}.p95`]: { ...time(label, 'p95'), ...(isSearch && { target: 60, aim: 40 }) },
    ...(isSearch && {
      [`${name}.pacedP95`]: { ...time(label, 'p95 bei 10 in der Sekunde'), target: 60, aim: 40 },
    }),
  }
}

/** In one document, each with a paragraph of their own; "allein" is Hocuspocus without hooks and database. */
function typing(name, label, { cpu = [], p50 = [], p95 = [] } = {}) {
  const ms = (what, [target, aim], digits) => ({
    label: `${label}: ${what}`,
    unit: 'ms',
    target,
    aim,
    digits,
  })
  return {
    [`${name}.cpu`]: ms('CPU je Taste', cpu, 2),
    [`${name}.db`]: { ...database(), digits: 2 },
    [`${name}.bareCpu`]: ms('  Hocuspocus allein', [], 2),
    [`${name}.cpuTimes`]: { label: '  mal so viel', unit: '', target: 1.4, digits: 2 },
    [`${name}.p50`]: ms('Taste bis Gegenüber, p50', p50, 1),
    [`${name}.p95`]: ms('Taste bis Gegenüber, p95', p95, 1),
    [`${name}.bareP50`]: ms('  Hocuspocus allein, p50', [], 1),
    [`${name}.bareP95`]: ms('  Hocuspocus allein, p95', [], 1),
    [`${name}.p95Times`]: { label: '  p95 mal so lang', unit: '', target: 1.5, digits: 2 },
  }
}

function weights(page, label, target, aim) {
  return {
    [`weight.${page}.js`]: { label: `${label}: JavaScript gz`, unit: 'kB', target, aim },
    [`weight.${page}.jsBr`]: { label: `${label}: JavaScript br`, unit: 'kB' },
    [`weight.${page}.css`]: { label: `${label}: CSS gz`, unit: 'kB', target: 12 },
    [`weight.${page}.html`]: { label: `${label}: HTML gz`, unit: 'kB' },
    [`weight.${page}.htmlBr`]: { label: `${label}: HTML br`, unit: 'kB' },
  }
}

/** In a browser with a slow line and a processor four times as slow. */
function editor(page, label, [target, aim]) {
  return {
    [`editor.${page}.ready`]: {
      label: `${label}: zu schreiben nach`,
      unit: 's',
      target,
      aim,
      digits: 2,
    },
    [`editor.${page}.key`]: { ...time(label, 'Taste bis zum Bild, p50'), target: 50 },
    [`editor.${page}.slowKey`]: time(label, 'Taste bis zum Bild, p95'),
  }
}

function slow(page, label, { visible = [], thread = [] }) {
  const [target, aim] = visible
  return {
    [`slow.${page}.visible`]: {
      label: `${label}, langsame Leitung: sichtbar (LCP)`,
      unit: 's',
      target,
      aim,
      digits: 2,
    },
    [`slow.${page}.thread`]: {
      label: `${label}, vierfach verlangsamt: Hauptfaden beschäftigt`,
      unit: 's',
      target: thread[0],
      aim: thread[1],
      digits: 2,
    },
  }
}
