"use strict";
(() => {
  const root = document.documentElement;
  const panel = document.getElementById("panel");
  const details = document.getElementById("details");
  const close = document.getElementById("close");
  const toggle = document.getElementById("switch");
  const hint = details.firstElementChild;
  let opener = null;

  root.classList.add("js");
  panel.hidden = document.querySelector(".record") === null;
  toggle.hidden = false;

  // Which of the two texts an element shows follows the language of the page.
  function speak(language) {
    root.lang = language;
    root.dir = language === "ar" ? "rtl" : "ltr";
    toggle.lang = language === "ar" ? "en" : "ar";
    for (const element of [...document.querySelectorAll(".t"), ...hint.querySelectorAll(".t")])
      element.textContent = element.dataset[language];
    for (const name of ["title", "aria-label"])
      for (const element of document.querySelectorAll(`[data-${name}-en]`))
        element.setAttribute(name, element.getAttribute(`data-${name}-${language}`));
  }
  toggle.addEventListener("click", () => speak(root.lang === "ar" ? "en" : "ar"));

  const rolesOf = (mark) => (mark.dataset.roles || "").split(" ").filter(Boolean).map((pair) => pair.split(":"));

  function clear() {
    for (const mark of document.querySelectorAll(".mark"))
      for (const name of [...mark.classList]) if (name.startsWith("sel-")) mark.classList.remove(name);
    for (const card of document.querySelectorAll(".card.current")) card.classList.remove("current");
  }

  // Colours the parts of the chosen items in the text. The first item wins where two lie on the same characters.
  function colour(record, items, places) {
    for (const mark of record.querySelectorAll(".mark"))
      for (const [item, role] of rolesOf(mark))
        if (items.includes(item) || (places.includes(item) && role === "place")) mark.classList.add(`sel-${role}`);
  }

  function copyOf(element) {
    const copy = element.cloneNode(true);
    copy.removeAttribute("id");
    copy.classList.remove("current");
    return copy;
  }

  function show(record, items) {
    clear();
    const found = items.map((item) => record.querySelector(`[data-item="${item}"]`)).filter(Boolean);
    if (!found.length) return;
    const cards = document.createElement("ul");
    cards.className = "cards";
    const rows = document.createElement("tbody");
    const places = [];
    for (const element of found) {
      element.classList.add("current");
      if (element.dataset.place) places.push(element.dataset.place);
      if (element.matches("tr")) {
        rows.append(copyOf(element));
        continue;
      }
      cards.append(copyOf(element));
    }
    const table = document.createElement("table");
    table.className = "others";
    table.append(rows);
    details.replaceChildren(...(cards.children.length ? [cards] : []), ...(rows.children.length ? [table] : []));
    colour(record, items, places);
    panel.classList.add("open");
    panel.scrollTop = 0;
    close.hidden = false;
  }

  function dismiss() {
    if (close.hidden) return;
    clear();
    details.replaceChildren(hint);
    panel.classList.remove("open");
    close.hidden = true;
    if (opener && panel.contains(document.activeElement)) opener.focus({ preventScroll: true });
    opener = null;
  }
  close.addEventListener("click", dismiss);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") dismiss(); });

  // What a reader means by a piece of text: the cue or trigger if it is one, else what is named there and, when nothing
  // is, the innermost statement that it is part of.
  function meant(mark) {
    const pairs = rolesOf(mark);
    const hot = pairs.filter(([, role]) => role === "trigger" || role === "cue").map(([item]) => item);
    if (hot.length) return [...new Set(hot)];
    const named = pairs.filter(([item]) => "tpnq".includes(item[0])).map(([item]) => item);
    const said = pairs.filter(([item, role]) => item[0] === "s" && role === "content").map(([item]) => item).slice(-1);
    const others = said.length ? said : pairs.filter(([, role]) => role === "source" || role === "addressee").map(([item]) => item).slice(0, 1);
    return [...new Set([...named, ...others])];
  }

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest("a[href^='#']");
    const mark = event.target.closest(".mark");
    if (mark) {
      if (!link && String(getSelection())) return;
      const items = meant(mark);
      if (!items.length) return;
      event.preventDefault();
      opener = link || opener;
      show(mark.closest(".record"), items);
      return;
    }
    const target = link && document.getElementById(link.hash.slice(1));
    if (target && choose(target, link.closest(".card"))) event.preventDefault();
  });

  // A link to a card shows the card; a link to a place in the text also goes there.
  function choose(target, card) {
    if (target.matches(".card, tr")) {
      show(target.closest(".record"), [target.dataset.item]);
      const anchor = target.querySelector(".head a");
      const text = anchor && document.getElementById(anchor.hash.slice(1));
      if (text) text.scrollIntoView({ block: "center" });
      return true;
    }
    if (target.matches(".mark")) {
      opener = target;
      show(target.closest(".record"), card ? [card.dataset.item] : meant(target));
      target.scrollIntoView({ block: "center" });
      target.focus({ preventScroll: true });
      return true;
    }
    return false;
  }

  const start = location.hash && document.getElementById(location.hash.slice(1));
  if (start) choose(start, null);
})();
