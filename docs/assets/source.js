/* The page of a source: switches for its marks, side notes at their line, and the way back to the statement.
 *
 * What is switched on stands in the address (?zeigen=person,status), so that it can be shared; while one browses it
 * stays on for the next source too. The page is complete without this script.
 */
(() => {
  const GERMAN = {
    show: "Im Text zeigen", back: (page) => `↩ zurück zu „${page}“`,
    person: "Personen", state: "Staaten", organisation: "Organisationen", weapon: "Waffen", place: "Orte",
    outlet: "Medien", zitate: "Zitate", status: "Status", zeit: "Zeitangaben", stimmen: "Wer spricht",
  };
  const ENGLISH = {
    show: "Show in the text", back: (page) => `↩ back to “${page}”`,
    person: "persons", state: "states", organisation: "organisations", weapon: "weapons", place: "places",
    outlet: "outlets", zitate: "quotations", status: "status", zeit: "dates", stimmen: "who speaks",
  };
  const NAMES = {
    person: ["person", "expert"], state: ["state"], organisation: ["organisation"], weapon: ["weapon"],
    place: ["place"], outlet: ["outlet"],
  };
  const PARTS = { zitate: ".zitat", status: ".status", zeit: ".datum", stimmen: ".stimmen" };
  const PARAMETER = "zeigen";

  document$.subscribe(() => {
    const words = document.documentElement.lang.startsWith("de") ? GERMAN : ENGLISH;
    const source = document.querySelector(".quelle");
    if (source && !document.querySelector(".schalter")) {
      nameStatus(source);
      addSwitches(source, words);
      watchNotes(source);
    }
    offerWayBack(words);
  });

  /* ---------- Switches ---------- */

  const linksOf = (source, kind) =>
    [...source.querySelectorAll("a[data-kind]")].filter(
      (link) => NAMES[kind].includes(link.dataset.kind) && !link.closest(".stimmen"),
    );

  function addSwitches(source, words) {
    const on = remembered();
    const group = Object.assign(document.createElement("fieldset"), { className: "schalter" });
    group.append(Object.assign(document.createElement("legend"), { textContent: words.show }));
    for (const key of [...Object.keys(NAMES), ...Object.keys(PARTS)]) {
      const present = key in NAMES ? linksOf(source, key).length : source.querySelector(PARTS[key]);
      if (!present) continue;
      const box = Object.assign(document.createElement("input"), { type: "checkbox", value: key, checked: on.has(key) });
      const label = document.createElement("label");
      if (key in NAMES) label.dataset.kind = key;
      label.append(box, words[key]);
      group.append(label);
      apply(source, key, box.checked);
    }
    group.addEventListener("change", ({ target }) => {
      apply(source, target.value, target.checked);
      remember([...group.querySelectorAll("input:checked")].map((box) => box.value));
    });
    source.before(group);
  }

  function apply(source, key, shown) {
    if (key in NAMES) for (const link of linksOf(source, key)) link.classList.toggle("zeigt", shown);
    else if (key === "stimmen") source.classList.toggle("ohne-stimmen", !shown);
    else source.classList.toggle(`zeigt-${key}`, shown);
    alignNotes(source);
  }

  /* What the address says, else what the reader chose on the last source, else who speaks and nothing more. */
  function remembered() {
    const asked = new URLSearchParams(location.search).get(PARAMETER) ?? kept("zeigen") ?? "stimmen";
    return new Set(asked.split(","));
  }

  function remember(chosen) {
    keep("zeigen", chosen.join(","));
    const address = new URL(location.href);
    address.searchParams.set(PARAMETER, chosen.join(","));
    history.replaceState(history.state, "", address.href.replaceAll("%2C", ","));
  }

  /* The words of the status and the reading of dates stand behind their marks when these are switched on. */
  function nameStatus(source) {
    for (const mark of source.querySelectorAll(".status")) {
      const kind = [...mark.classList].find((name) => name.startsWith("status-"));
      const word = document.querySelector(`.legende .${kind}`)?.textContent;
      if (word) mark.dataset.wort = word;
    }
    for (const date of source.querySelectorAll(".datum[title]")) {
      date.dataset.lesung = date.title;
    }
  }

  /* ---------- Side notes ---------- */

  const sentenceOf = (line) => {
    const mark = line.querySelector('a[href*="#s-"]');
    return mark && document.getElementById(mark.hash.slice(1));
  };

  function watchNotes(source) {
    const lines = [...source.querySelectorAll(".stimmen li")];
    for (const line of lines) {
      const sentence = sentenceOf(line);
      if (!sentence) continue;
      for (const [event, meant] of [["pointerenter", true], ["pointerleave", false], ["focusin", true], ["focusout", false]]) {
        line.addEventListener(event, () => sentence.classList.toggle("gemeint", meant));
      }
    }
    new ResizeObserver(() => alignNotes(source)).observe(source);
    document.fonts?.ready.then(() => alignNotes(source));
  }

  /* In the margin each line of a note stands beside the sentence it is about, or below the line before. */
  function alignNotes(source) {
    for (const note of source.querySelectorAll(".stimmen")) {
      const lines = [...note.querySelectorAll("li")];
      for (const line of lines) line.style.marginTop = "";
      const inMargin = note.offsetLeft > source.offsetLeft + source.clientWidth / 2;
      if (!inMargin) continue;
      for (const line of lines) {
        const sentence = sentenceOf(line)?.getClientRects()[0];
        const missing = sentence ? sentence.top - line.getBoundingClientRect().top : 0;
        if (missing > 4) line.style.marginTop = `${missing}px`;
      }
    }
  }

  /* ---------- The way back ---------- */

  const page = (address) => address.split(/[?#]/)[0];
  const marksTo = (href) => [...document.querySelectorAll('article a[href*="#s-"]')].filter((a) => a.href === href);

  document.addEventListener("click", (event) => {
    const mark = event.target.closest?.('article a[href*="#s-"]');
    if (!mark || page(mark.href) === page(location.href)) return;
    const title = document.querySelector("h1")?.firstChild?.textContent ?? document.title;
    const nth = marksTo(mark.href).indexOf(mark);
    keep("beleg", JSON.stringify({ from: location.href, to: mark.href, title: title.trim(), nth }));
  }, true);

  function offerWayBack(words) {
    const way = JSON.parse(kept("beleg") ?? "null");
    if (!way) return;
    document.querySelector("a.zurueck")?.remove();
    const sentence = location.href.endsWith(way.to.slice(way.to.indexOf("#"))) && page(location.href) === page(way.to)
      && document.getElementById(location.hash.slice(1));
    if (sentence) {
      const back = Object.assign(document.createElement("a"), { className: "zurueck", href: way.from });
      back.textContent = words.back(way.title);
      back.addEventListener("click", () => keep("beleg", JSON.stringify({ ...way, returning: true })));
      sentence.after(back);
    } else if (way.returning && page(location.href) === page(way.from)) {
      forget("beleg");
      const mark = marksTo(way.to)[way.nth];
      mark?.scrollIntoView({ block: "center" });
      mark?.focus({ preventScroll: true });
    }
  }

  /* ---------- Memory of the tab; a browser may refuse it ---------- */

  function kept(key) {
    try { return sessionStorage.getItem(`dossier.${key}`); } catch { return null; }
  }
  function keep(key, value) {
    try { sessionStorage.setItem(`dossier.${key}`, value); } catch { /* then it lasts as long as the page */ }
  }
  function forget(key) {
    try { sessionStorage.removeItem(`dossier.${key}`); } catch { /* nothing was kept */ }
  }
})();
