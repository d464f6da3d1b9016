/* The search without a server: browsers start no worker and fetch no file from file://, so the page does the work.
 *
 * Only an offline build loads this file (`dossier site --offline`), before the theme's script. What to search is
 * loaded as scripts, which call `dossierSearch.receive`.
 */
"use strict";

self.dossierSearch = {
  waiting: {},
  root: document.currentScript.src.replace(/assets\/[^/]*$/, ""),

  load(name) {
    return new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = `${this.root}search/${name}.js`;
      script.onerror = failed;
      this.waiting[name] = done;
      document.head.append(script);
    });
  },

  receive(name, data) {
    this.waiting[name]?.(data);
  },
};

/** What the theme takes for a worker. */
self.Worker = class extends EventTarget {
  constructor() {
    super();
    this.onmessage = null;
    this.handle = self.searcher((name) => self.dossierSearch.load(name), (message) => this.answer(message));
  }

  postMessage(message) {
    this.handle(message).catch((error) => console.error(error));
  }

  answer(data) {
    const event = new MessageEvent("message", { data });
    this.onmessage?.(event);
    this.dispatchEvent(event);
  }

  terminate() {
    this.handle = async () => {};
  }
};
