/* Previews: a link to a page of the dossier shows what it leads to, an evidence mark its sentence.
 *
 * Everything shown stands in the page (a template with JSON that the finishing step writes, the titles of the marks), so
 * nothing is fetched and it works from a folder. Pointer and keyboard focus show the card after a moment, Escape and
 * scrolling close it, the pointer may move into it. On a touch screen the first tap shows the card, a second one
 * or the link in the card follows. Without this script, links are links and marks have their title.
 */
(() => {
  const GERMAN = { open: "Öffnen", sentence: (number) => `Satz ${number}`, reading: "Zeitangabe" };
  const ENGLISH = { open: "Open", sentence: (number) => `sentence ${number}`, reading: "Date" };
  const SHOW_AFTER = 280; // milliseconds; long enough to cross a line of links with the pointer
  const HIDE_AFTER = 220;
  const GAP = 6; // pixels between the link and its card

  let words = GERMAN;
  let pages = new Map();
  let marks = new Map();
  let card = null;
  let shownFor = null;
  let timer = 0;

  document$.subscribe(() => {
    words = document.documentElement.lang.startsWith("de") ? GERMAN : ENGLISH;
    hide();
    read();
  });

  /* The addresses of the data are those of the page; instant navigation makes the links' own absolute. */
  function read() {
    const data = document.querySelector("template.vorschau-daten");
    const { pages: cards = {}, marks: sentences = {} } = JSON.parse(data?.content.textContent ?? "{}");
    const absolute = (entries) => new Map(Object.entries(entries).map(([href, value]) => [resolve(href), value]));
    pages = absolute(cards);
    marks = absolute(sentences);
    for (const link of document.querySelectorAll("article a[title]")) {
      if (!marks.has(addressOf(link))) continue;
      link.dataset.satz = link.title; // or the browser shows its own box as well
      link.removeAttribute("title");
    }
  }

  const resolve = (href) => new URL(href, location.href).href;
  const addressOf = (link) => resolve(link.href?.baseVal ?? link.getAttribute("href") ?? link.getAttribute("xlink:href"));
  const linkAt = (target) => {
    const link = target.closest?.("article a");
    if (!link || link.matches(".headerlink, [role=button]")) return null; // buttons act themselves: the nodes of the network
    const address = addressOf(link);
    return pages.has(address) || marks.has(address) ? link : null;
  };

  /* ---------- What a card says ---------- */

  function paragraph(className, ...content) {
    const element = Object.assign(document.createElement("p"), { className });
    element.append(...content);
    return element;
  }

  function aboutPage([name, kind, label, summary, draft]) {
    card.dataset.kind = kind;
    const lines = [paragraph("art", label), paragraph("name", name)];
    if (summary) lines.push(paragraph("was", summary));
    if (draft) lines.push(paragraph("stand", draft));
    return lines;
  }

  function aboutSentence(link, [length, voices, source]) {
    delete card.dataset.kind;
    const whole = (link.dataset.satz ?? link.title).replace(/\s+/g, " ").trim();
    const characters = [...whole]; // the length counts characters, not UTF-16 units
    const before = characters.slice(0, characters.length - length).join("");
    const sentence = Object.assign(document.createElement("mark"), {
      textContent: characters.slice(characters.length - length).join(""),
    });
    const lines = [paragraph("wortlaut", before, sentence)];
    if (voices) lines.push(paragraph("wer", voices));
    lines.push(paragraph("ort", `${source}, ${words.sentence(link.textContent.trim().split(".").pop())}`));
    return lines;
  }

  /* ---------- Showing and hiding ---------- */

  function show(link, { touch = false } = {}) {
    if (shownFor === link) return;
    hide();
    card = document.createElement("div");
    card.className = "vorschau";
    card.id = "vorschau";
    card.lang = document.documentElement.lang;
    const address = addressOf(link);
    card.append(...(pages.has(address) ? aboutPage(pages.get(address)) : aboutSentence(link, marks.get(address))));
    if (touch) card.append(Object.assign(document.createElement("a"), { href: address, textContent: words.open }));
    else card.setAttribute("role", "tooltip");
    card.addEventListener("pointerenter", () => clearTimeout(timer));
    card.addEventListener("pointerleave", () => later(hide, HIDE_AFTER));
    (document.querySelector("main") ?? document.body).append(card);
    place(link);
    link.setAttribute("aria-describedby", card.id);
    shownFor = link;
  }

  function hide() {
    clearTimeout(timer);
    shownFor?.removeAttribute("aria-describedby");
    card?.remove();
    card = shownFor = null;
  }

  function later(action, delay) {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  }

  /* Under the link where there is room, else above it; never over an edge of the window. */
  function place(link) {
    const { left, top, bottom } = link.getClientRects()[0] ?? link.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = card;
    const { clientWidth, clientHeight } = document.documentElement;
    const fitsBelow = bottom + GAP + height <= clientHeight - GAP;
    const wanted = fitsBelow || top - GAP - height < 0 ? bottom + GAP : top - GAP - height;
    card.style.left = `${Math.max(GAP, Math.min(left, clientWidth - width - GAP))}px`;
    card.style.top = `${Math.max(GAP, Math.min(wanted, clientHeight - height - GAP))}px`;
  }

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const link = linkAt(event.target);
    if (link && link !== shownFor) later(() => show(link), SHOW_AFTER);
    else if (link) clearTimeout(timer);
  });
  document.addEventListener("pointerout", (event) => {
    if (event.pointerType === "mouse" && linkAt(event.target)) later(hide, HIDE_AFTER);
  });
  document.addEventListener("focusin", (event) => {
    const link = linkAt(event.target);
    if (link?.matches(":focus-visible")) show(link);
    else if (!card?.contains(event.target)) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !card) return;
    event.stopPropagation();
    hide();
  }, true);
  addEventListener("scroll", () => {
    if (!shownFor?.matches(":focus")) hide();
    else place(shownFor);
  }, { passive: true });

  /* A tap has no pointer that hovers: the first shows the card, the second follows; a tap elsewhere closes. */
  let tapped = false;
  document.addEventListener("pointerdown", (event) => { tapped = event.pointerType === "touch"; }, true);
  document.addEventListener("click", (event) => {
    if (!tapped || card?.contains(event.target)) return;
    const link = linkAt(event.target);
    if (!link || link === shownFor) {
      hide();
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    show(link, { touch: true });
  }, true);
})();
