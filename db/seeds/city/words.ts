import type { Chance } from './chance.ts'

/** What an invented city talks about. Persons, schools and products in it are invented. */
export const list = (text: string) => text.trim().split(/\s*\|\s*/)

export const FIRST_NAMES =
  list(`Ada|Ali|Amira|Anja|Anke|Arda|Asli|Bastian|Beate|Bent|Berkan|Carla|Cem|
  Clemens|Dagmar|Dilara|Dirk|Dorothea|Ebru|Elif|Elke|Emil|Erik|Esra|Fabian|Ferdinand|Filiz|Frauke|
  Gesa|Gregor|Hakan|Hanna|Heike|Henrik|Ilka|Ilyas|Inga|Ivo|Jana|Jasper|Jelena|Jörg|Judith|Kaan|Karla|
  Katrin|Kerem|Klara|Lars|Leyla|Linus|Luise|Magda|Malte|Marta|Mehmet|Merle|Mira|Nele|Niklas|Nina|Okan|
  Olga|Paula|Piet|Ralf|Rosa|Rüdiger|Samira|Silke|Sinan|Sophie|Stefan|Tanja|Timo|Ulrike|Vera|Wiebke|
  Yasemin|Zeynep`)

export const LAST_NAMES =
  list(`Abendroth|Ackermann|Albers|Altmann|Aydin|Bachmann|Balzer|Baumgart|Behrens|
  Bender|Berger|Bilgin|Blume|Bosch|Brinkmann|Bruns|Celik|Conrad|Dahlmann|Decker|Dietz|Dogan|Drescher|
  Ebert|Eckert|Ehlers|Erdem|Falk|Feldmann|Fiedler|Förster|Frings|Gerlach|Glaser|Graf|Gruber|Günes|Haas|
  Hagedorn|Hartung|Heidrich|Hellwig|Hinz|Holzapfel|Horn|Ivanov|Jäger|Jansen|Jordan|Kaiser|Kaminski|
  Kaplan|Karaca|Kirchner|Klement|Koc|Kolbe|Kowalski|Kremer|Kuhn|Lammers|Landwehr|Lehnert|Lindemann|
  Ludwig|Mahler|Marx|Meinert|Menke|Mertens|Michel|Moritz|Nagel|Niemann|Nolte|Oberle|Olsen|Osterkamp|
  Otto|Pape|Paulsen|Pfeiffer|Pohl|Polat|Quast|Raabe|Rademacher|Rehm|Reuter|Riedel|Rohde|Sahin|Sander|
  Sauer|Schäfer|Schick|Schröter|Seidel|Simsek|Specht|Stahl|Steffens|Stolz|Tegeler|Thiele|Tiedemann|
  Uhlig|Ulrich|Urban|Vetter|Voss|Wagner|Weidner|Wendt|Wieland|Witte|Yavuz|Zander|Ziegler|Zimmer`)

const PLACES =
  list(`Anker|Ahorn|Amsel|Brunnen|Distel|Dohlen|Eichel|Erlen|Falken|Feder|Ginster|Hasel|Heron|
  Iltis|Kiesel|Kompass|Laternen|Lerchen|Mohn|Nebel|Otter|Pappel|Quellen|Reiher|Segel|Silber|Sonnen`)
const PLACE_ENDINGS = list('kranz|bogen|kehre|zeile|warte')
/** 135 of them, all different. */
export const PLACE_NAMES = PLACES.flatMap((name) => PLACE_ENDINGS.map((end) => `${name}${end}`))

const TOOLS =
  list(`GeoSkizze|Lesespur|Klangbuch|Wortwerk|Rechenpfad|Bildbogen|Notizkiste|Tafelzwilling|
  Fragerunde|Vokabelboot|Messlabor|Kartentisch`)
const SUBJECT_MATTERS =
  list(`Bruchrechnen|Erstlesen|Rechtschreibung|Messen und Schätzen|Vokabeln|Hörverstehen|
  Gedichte|Kurzvorträge|Versuche mit Wasser|Stromkreise|Karten lesen|Zeitleisten|Daten und Diagramme|
  Textaufgaben|Sachtexte|Leseförderung|Sprachbildung|Körper und Netze|Rhythmus|Farben mischen|Bewegungspausen|
  Feedback|Portfolio|Wochenplan|Förderpläne|Elterngespräche|Klassenrat|Erklärvideos|Podcasts|Stop-Motion|
  Programmieren|Robotik|Datenschutz|Urheberrecht|Suchmaschinen|Nachrichten prüfen|Berufswahl|Prüfungen`)
const GRADES = list(
  'Klasse 1|Klasse 2|Klasse 3|Klasse 4|Klasse 5|Klasse 6|Klasse 7|Klasse 8|Klasse 9|Klasse 10',
)
const FRAMES =
  list(`{m} in {g}|Wer hat Erfahrung mit {t} in {g}?|{m}: was hat geholfen?|{t} für {m}|
  Material zu {m}, {g}|Besuch im Unterricht: {m}|Frage zu {t}|{m} ohne Gerät|Auswertung: {m} mit {t}|
  Ideen für {m} in {g}|Termine für {m}|Wie bewertet ihr {m}?`)
const PLG_FRAMES = list(`{m} mit {t}|{m} in {g}|{m} gemeinsam planen|Lernen sichtbar machen: {m}|
  {t} im Alltag von {g}|Vom Heft zum Tablet: {m}`)
const SENTENCES =
  list(`In {g} haben wir {t} drei Wochen lang ausprobiert.|Am besten lief es, wenn immer zwei Kinder an einem
  Gerät saßen.|Das Einrichten hat eine ganze Stunde gekostet, danach ging es schnell.|Für {m} würde ich es wieder
  nehmen, für {n} eher nicht.|Bei uns waren die Kopfhörer das größere Problem.|Wichtig war, dass am Ende etwas im Heft
  stand.|Wir haben vorher und nachher dieselben fünf Aufgaben gestellt.|Die Ergebnisse waren bei den Schwächeren
  deutlich besser, bei den anderen gleich.|Habt ihr das mit oder ohne Anmeldung genutzt?|Unsere Schule hat dafür eine
  Freigabe, ich schicke gern das Blatt dazu.|Ich stelle die Vorlage ein, sobald sie fertig ist.|Wer möchte im Januar zum
  Zuschauen kommen?|Das Netz in der Turnhalle reicht leider nicht.|Mit {t} ließ sich {m} gut vorbereiten.|Die Kinder
  haben die Regeln selbst aufgeschrieben, das hat viel gebracht.|Ein Tipp: erst den Ton prüfen, dann die Gruppe
  einteilen.|Beim zweiten Mal haben wir die Zeit halbiert.|Danke, das probiere ich nächste Woche in {g} aus.|Gibt es
  dazu etwas für Kinder, die erst seit Kurzem Deutsch lernen?|Für den Förderbereich haben wir die Aufgaben auf zwei
  Seiten verteilt.|Die Rückmeldung der Eltern war freundlich, aber knapp.|Ich war skeptisch und bin es bei {n}
  immer noch.|Wir vergleichen das gerade mit einer Parallelklasse.|Ohne Strom ging es auch, nur langsamer.`)
const STEPS =
  list(`Geräte am Vortag laden|Gruppen auslosen|Beispiel zeigen, nicht erklären|{t} gemeinsam öffnen|
  zehn Minuten still arbeiten|Ergebnis mit der Nachbargruppe tauschen|ein Satz ins Heft|offene Fragen an die Wand|
  nach einer Woche wiederholen|Kopfhörer zählen`)

/** A frame with its places filled: {m} and {n} a matter, {t} a tool, {g} a grade. */
export function filled(chance: Chance, frame: string): string {
  return frame
    .replace('{m}', () => chance.pick(SUBJECT_MATTERS))
    .replace('{n}', () => chance.pick(SUBJECT_MATTERS))
    .replace('{t}', () => chance.pick(TOOLS))
    .replace('{g}', () => chance.pick(GRADES))
    .replace(/\s+/g, ' ')
}

export const topicTitle = (chance: Chance) => filled(chance, chance.pick(FRAMES))
export const plgTitle = (chance: Chance) => filled(chance, chance.pick(PLG_FRAMES))
const sentence = (chance: Chance) => filled(chance, chance.pick(SENTENCES))

export const sentences = (chance: Chance, count: number) =>
  Array.from({ length: count }, () => sentence(chance)).join(' ')

/** What somebody writes: a line or a few paragraphs, now and then a list, something bold, a link, a quote. */
export function postBody(chance: Chance): string {
  const paragraphs = Array.from({ length: 1 + chance.below(3) }, () =>
    sentences(chance, 1 + chance.below(4)),
  )
  if (chance.isLucky(0.2))
    paragraphs.push(
      chance
        .some(STEPS, 2 + chance.below(4))
        .map((step) => `- ${filled(chance, step)}`)
        .join('\n'),
    )
  if (chance.isLucky(0.15)) paragraphs.push(`**Kurz gesagt:** ${sentence(chance)}`)
  if (chance.isLucky(0.08)) paragraphs.unshift(`> ${sentence(chance)}`)
  if (chance.isLucky(0.05)) paragraphs.push('[Vorlage](https://material.example/vorlage)')
  return paragraphs.join('\n\n')
}
