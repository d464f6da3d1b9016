/* How the search reads German: which words of the dossier a typed word means, and which pages that makes the best.
 *
 * Loaded by search.js, in a worker or (in an offline build) in the page. No word list: everything is spelling.
 * Pages arrive as generator/site/search.py writes them: `names` first, `texts` when somebody searches.
 */
"use strict";

self.GermanSearch = (() => {

const NAME = 10;        // a page that bears the name comes before one that speaks of it
const TEXT = 3;
const HEADING = 3;      // a part of a page that is headed so
const PHRASE = 2;       // the typed words stand side by side
const PROMINENCE = 0.9; // of two pages with the name, the one that more pages lead to
const THING = 0.6;      // a page about a thing before a page about many
const SOURCE = 1.2;     // words that are nobody's name: the page on which they were written first
const ENDING = /(?:ern|en|er|es|em|e|n|s)$/; // of German nouns and adjectives
const FAINT = 0.15;       // what is so much worse than the best is not worth a line
const WORD = /[\p{L}\p{M}]+|\d+/gu;

/** Spelling without what keyboards lack: Pjöngjang, Pjoengjang and Pjongjang are one; so are ß and ss. */
function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
    .replace(/ß/g, "ss").replace(/ø/g, "o").replace(/ł/g, "l").replace(/đ/g, "d").replace(/([aou])e/g, "$1");
}

/** A number is one word however its thousands are set apart: 9'000, 9.000, 9000. */
function joinThousands(text) {
  return text.replace(/(\d)['’.\u00a0\u202f](?=\d{3}(?!\d))/g, "$1");
}

/** The words of `text`; letters and digits are words of their own: KN-23, KN 23 and KN23 are the same two. */
function words(text) {
  return (joinThousands(text).match(WORD) || []).map(fold);
}

/** The same with every hyphen gone: "U-Boote" is "uboote". */
function joined(text) {
  return words(text.replace(/(\p{L})[-‐‑](?=\p{L})/gu, "$1"));
}

/** What is left of a word without its endings: raketen and rakete, putins and putin. */
function stem(word) {
  let rest = word;
  for (let next = rest; ; rest = next) {
    next = rest.replace(ENDING, "");
    if (next === rest || next.length < (rest.length - next.length === 1 && rest.endsWith("s") ? 3 : 4)) return rest;
  }
}

/** What a noun in -ung and a participle have in common: lieferung and geliefert. */
function verb(word) {
  return stem(word.replace(/^ge(.{4,})t$/, "$1").replace(/ung(?:en|s)?$/, ""));
}

/** How much a word weighs in a query: little words say little. */
function weight(word) {
  return Math.min(word.length, 6);
}

/** Whether two words differ in no more than `most` letters; neighbours that changed places count once. */
function near(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return false;
  let before = [], last = [...Array(other.length + 1).keys()];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    if (Math.min(...row) > most) return false;
    [before, last] = [last, row];
  }
  return last[other.length] <= most;
}

/** How well the word `known` of the dossier answers the typed `word`: 1 the same, 0 not at all. */
function likeness(word, root, known, knownRoot) {
  if (word === known) return 1;
  if (/^\d/.test(word)) return known.startsWith(word) && word.length > 1 ? 0.4 : 0;
  if (root === knownRoot) return 0.92;
  if (known.startsWith(word)) return 0.45 + 0.3 * word.length / known.length; // somebody is still typing
  if (root.length >= 4 && knownRoot.startsWith(root)) return 0.45 + 0.2 * root.length / knownRoot.length;
  if (root.length >= 4 && knownRoot.endsWith(root)) return 0.6;               // Munition: Artilleriemunition
  if (knownRoot.length >= 5 && root.endsWith(knownRoot)) return 0.4;          // Kurzstreckenrakete: Rakete
  if (root.length >= 6 && verb(word) === verb(known)) return 0.6;             // Lieferung: geliefert
  if (root.length >= 5 && knownRoot.includes(root)) return 0.35;
  if (knownRoot.length >= 6 && root.startsWith(knownRoot)) return 0.35;       // nordkoreanisch: Nordkorea
  return 0;
}

/** One dossier, ready to be searched. */
class Dossier {
  constructor() {
    this.roots = new Map();     // every word and its stem
    this.pages = [];
    this.sections = [];         // of all pages
    this.postings = new Map();  // word: [section, how often], …
  }

  /** Take in what pages are called. */
  addNames(pages) {
    this.pages = pages.map((page, id) => ({ ...page, id, names: this.readNames([page.title, ...page.aliases]) }));
    this.most = Math.log2(2 + Math.max(0, ...pages.map((page) => page.links)));
    pages.forEach((page, id) => this.addSection(id, "", "", `${page.title} ${page.lead}`, page.lead));
  }

  /** Take in what stands on the pages: for each a list of [anchor, heading, text]. */
  addTexts(texts) {
    texts.forEach((sections, id) => {
      for (const [anchor, heading, text] of sections) this.addSection(id, anchor, heading, `${heading} ${text}`, text);
    });
  }

  addSection(page, anchor, heading, read, text) {
    const counts = new Map();
    const found = this.know(words(read));
    for (const word of found) counts.set(word, (counts.get(word) || 0) + 1);
    const number = this.sections.push({ page, anchor, heading, text, headed: words(heading), length: found.length }) - 1;
    for (const [word, count] of counts) {
      const list = this.postings.get(word);
      if (list) list.push(number, count); else this.postings.set(word, [number, count]);
    }
  }

  readNames(names) {
    return names.flatMap((name) => (/\p{L}[-‐‑]\p{L}/u.test(name) ? [words(name), joined(name)] : [words(name)]))
      .map((found) => this.know(found));
  }

  know(found) {
    for (const word of found) if (!this.roots.has(word)) this.roots.set(word, stem(word));
    return found;
  }

  /** The words of the dossier that answer each typed word, with their likeness; misprints only if nothing else does. */
  answers(typed) {
    return typed.map((word) => {
      const root = stem(word);
      const found = new Map();
      for (const [known, knownRoot] of this.roots) {
        const value = likeness(word, root, known, knownRoot);
        if (value) found.set(known, value);
      }
      const most = word.length >= 9 ? 2 : word.length >= 4 ? 1 : 0;
      if (most && /^\p{L}/u.test(word) && ![...found.values()].some((value) => value > 0.4)) {
        for (const [known, knownRoot] of this.roots) {
          if (known.length < 4 || /^\d/.test(known)) continue;
          const value = near(word, known, 1) ? 0.7 : near(root, knownRoot, 1) ? 0.6 : most > 1 && near(word, known, 2) ? 0.5 : 0;
          if (value > (found.get(known) || 0)) found.set(known, value);
        }
      }
      return found;
    });
  }

  /** The best pages for `query`: { page, score, found: which words, sections: the best of it }. */
  search(query, most = 30) {
    const typed = words(query).slice(0, 12);
    if (!typed.length) return { typed, answers: [], hits: [] };
    const answers = this.answers(typed);
    const inText = this.searchTexts(query, typed, answers);
    const hits = this.pages.map((page) => this.rate(page, typed, answers, inText.get(page.id)));
    const best = Math.max(...hits.map((hit) => hit.score));
    const good = hits.filter((hit) => hit.score > best * FAINT)
      .sort((one, other) => other.score - one.score || one.page.id - other.page.id).slice(0, most);
    return { typed, answers, hits: good };
  }

  rate(page, typed, answers, text) {
    const name = Math.max(...page.names.map((words) => rateName(words, typed, answers)));
    const kind = rateName(page.labels.flatMap(words), typed, answers) * 0.15;
    const found = typed.map((_, i) => !!text?.found[i] || page.names.some((words) => words.some((word) => answers[i].has(word))));
    const share = sumOf(typed, (word, i) => (found[i] ? weight(word) : 0)) / sumOf(typed, weight);
    const sum = NAME * Math.max(name, kind) + TEXT * (text?.score || 0) + PHRASE * (text?.phrase || 0) + HEADING * (1 - name) * (text?.headed || 0);
    const links = Math.log2(1 + page.links) / this.most;
    const known = name ? PROMINENCE * links + (page.thing ? THING : 0) : page.source ? SOURCE : page.thing ? THING * (1 - links / 2) : 0; // the narrower
    return { page, found, score: sum ? (sum + known) * share * share : 0, named: name, sections: text?.sections || [] };
  }

  searchTexts(query, typed, answers) {
    const rated = new Map();
    typed.forEach((_, i) => {
      const hits = new Map();
      for (const [word, value] of answers[i]) {
        const list = this.postings.get(word) || [];
        for (let j = 0; j < list.length; j += 2) {
          hits.set(list[j], Math.max(hits.get(list[j]) || 0, value * list[j + 1] / (list[j + 1] + 0.5)));
        }
      }
      const rare = Math.log(1 + this.sections.length / (1 + hits.size));
      for (const [section, value] of hits) {
        if (!rated.has(section)) rated.set(section, { section, value: 0, found: typed.map(() => 0) });
        rated.get(section).value += value * rare;
        rated.get(section).found[i] = value;
      }
      typed.weight = (typed.weight || 0) + rare;
    });
    const phrase = typed.length > 1 ? ` ${typed.map(stem).join(" ")} ` : "";
    const pages = new Map();
    for (const hit of rated.values()) {
      const { page, text, heading, headed, length } = this.sections[hit.section];
      const share = hit.found.filter(Boolean).length / typed.length;
      hit.score = hit.value / typed.weight * share * (0.7 + 0.3 / Math.log2(2 + length / 20));
      hit.phrase = +!!(phrase && share === 1 && ` ${words(`${heading} ${text}`).map(stem).join(" ")} `.includes(phrase));
      const best = pages.get(page) || { score: 0, phrase: 0, headed: 0, found: typed.map(() => 0), sections: [] };
      best.score = Math.max(best.score, hit.score);
      best.phrase = Math.max(best.phrase, hit.phrase);
      best.headed = Math.max(best.headed, share === 1 ? rateName(headed, typed, answers) ** 2 : 0);
      best.found = best.found.map((value, i) => Math.max(value, hit.found[i]));
      best.sections.push(hit);
      pages.set(page, best);
    }
    for (const best of pages.values()) best.sections.sort((a, b) => b.phrase - a.phrase || b.score - a.score || a.section - b.section);
    return pages;
  }
}

/** How well a name answers: most if every typed word stands in it and nothing else. */
function rateName(name, typed, answers) {
  if (!name.length) return 0;
  const used = new Set();
  let sum = 0;
  answers.forEach((answer, i) => {
    let best = 0, which = "";
    for (const word of name) if ((answer.get(word) || 0) > best) [best, which] = [answer.get(word), word];
    if (which) used.add(which);
    sum += best * weight(typed[i]);
  });
  const letters = (word) => word.length;
  return sum / sumOf(typed, weight) * (0.55 + 0.45 * sumOf([...used], letters) / sumOf([...new Set(name)], letters));
}

function sumOf(list, value) {
  return list.reduce((sum, item, i) => sum + value(item, i), 0);
}

return { Dossier, WORD, fold };
})();
