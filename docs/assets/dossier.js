/* Small helps on top of pages that work without them. Nothing here fetches anything.
 *
 * Material and Zensical announce every page, also one that was loaded without leaving the last, through `document$`.
 */

/* In a folder there is no instant navigation, and with it Material announces nothing at all: once is enough there. */
if (location.protocol === "file:") window.document$ = { subscribe: (show) => queueMicrotask(show) };

document$.subscribe(() => {
  const german = document.documentElement.lang.startsWith("de");
  makeScrollable(german);
});

/* A table or a picture that is wider than the screen can be scrolled with the keyboard too; its main name is in sight. */
function makeScrollable(german) {
  for (const box of document.querySelectorAll(".md-typeset__scrollwrap, .bild")) {
    if (box.scrollWidth <= box.clientWidth) continue;
    box.tabIndex = 0;
    box.setAttribute("role", "region");
    if (!box.hasAttribute("aria-label")) box.setAttribute("aria-label", german ? "Tabelle" : "Table");
    const main = box.querySelector(".node-main")?.getBoundingClientRect();
    if (main) box.scrollLeft = main.left - box.getBoundingClientRect().left - (box.clientWidth - main.width) / 2;
  }
}
