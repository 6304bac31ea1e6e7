"use strict";
(() => {
  const root = document.documentElement;
  const find = (selector, from) => (from || document).querySelector(selector);
  const all = (selector, from) => Array.from((from || document).querySelectorAll(selector));

  // --- light or dark ---
  const remember = (theme) => { try { localStorage.setItem("bseries-theme", theme); } catch (refused) { /* file: may refuse */ } };
  const recall = () => { try { return localStorage.getItem("bseries-theme"); } catch (refused) { return null; } };
  const isDark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const theme = find("#theme");
  const show = (name) => { root.dataset.theme = name; theme.setAttribute("aria-pressed", String(name === "dark")); };
  const kept = recall();
  if (kept === "dark" || kept === "light") show(kept);
  theme.hidden = false;
  theme.setAttribute("aria-pressed", String(isDark()));
  theme.addEventListener("click", () => { const next = isDark() ? "light" : "dark"; show(next); remember(next); });

  // --- what a link points at is unfolded and gets the focus ---
  const reveal = () => {
    let target = null;
    try { target = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null; } catch (broken) { return; }
    if (!target) return;
    let folded = false;
    for (let at = target.closest("details"); at; at = at.parentElement.closest("details")) {
      folded = folded || !at.open;
      at.open = true;
    }
    if (folded) target.scrollIntoView();
    if (target.tabIndex === -1) target.focus({ preventScroll: true });
  };
  addEventListener("hashchange", reveal);
  reveal();
  addEventListener("beforeprint", () => all("details").forEach((one) => { one.open = true; }));

  // --- series: search, sort, and no more rows at once than one reads ---
  const PAGE = 100;
  const table = find("#all-series");
  const search = find("#search");
  if (table && search) {
    const body = find("tbody", table);
    const rows = all("tr", body);
    const texts = rows.map((row) => row.textContent.normalize("NFKC").toLowerCase());
    const order = rows.map((row, index) => index);
    const shown = find("#shown");
    const more = find(".more");
    let limit = PAGE;
    const update = () => {
      const words = search.value.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
      let hits = 0;
      for (const index of order) {
        const hit = words.every((word) => texts[index].includes(word));
        hits += hit ? 1 : 0;
        rows[index].hidden = !hit || hits > limit;
      }
      shown.textContent = shown.dataset.text.replace("{0}", String(Math.min(hits, limit))).replace("{1}", String(rows.length));
      more.hidden = hits <= limit;
    };
    const keyOf = (row, column) => {
      const cell = row.cells[column];
      const value = cell.dataset.v !== undefined ? cell.dataset.v : cell.textContent.trim();
      const number = value === "" ? NaN : Number(value);
      return { empty: value === "", number, text: value };
    };
    const compare = (a, b) => {
      if (!Number.isNaN(a.number) && !Number.isNaN(b.number)) return a.number - b.number;
      return a.text.localeCompare(b.text, root.lang, { numeric: true });
    };
    const sort = (head, column) => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      all("thead th", table).forEach((one) => one.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const keys = rows.map((row) => keyOf(row, column));
      order.sort((a, b) => {
        if (keys[a].empty !== keys[b].empty) return keys[a].empty ? 1 : -1;
        return (up ? 1 : -1) * compare(keys[a], keys[b]) || a - b;
      });
      body.append(...order.map((index) => rows[index]));
      update();
    };
    all("thead th", table).forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => sort(head, column));
    });
    search.addEventListener("input", () => { limit = PAGE; update(); });
    find("button", more).addEventListener("click", () => { limit = Infinity; update(); search.focus(); });
    find(".search").hidden = false;
    update();
  }

  // --- downloads too large for a link ---
  all("a.download").forEach((link) => link.addEventListener("click", (event) => {
    const data = link.getAttribute("href");
    if (data.length < 1000000) return;
    event.preventDefault();
    const bytes = Uint8Array.from(atob(data.slice(data.indexOf(",") + 1)), (letter) => letter.charCodeAt(0));
    const copy = document.createElement("a");
    copy.href = URL.createObjectURL(new Blob([bytes], { type: "text/csv" }));
    copy.download = link.download;
    copy.click();
    setTimeout(() => URL.revokeObjectURL(copy.href), 60000);
  }));

  // --- what a number is, under the pointer, at a tap, and with the focus inside it ---
  const hint = find("#hint");
  let spoken = null;
  const hide = () => {
    if (spoken) spoken.title = spoken.dataset.title;
    spoken = null;
    hint.hidden = true;
  };
  const tell = (event) => {
    const at = event.target.closest ? event.target.closest("main [title]") : null;
    if (at === spoken && at) return;
    hide();
    if (!at || at.closest("svg")) return;
    spoken = at;
    at.dataset.title = at.title;
    hint.textContent = at.title;
    at.title = "";
    hint.hidden = false;
    const place = at.getBoundingClientRect();
    const width = hint.offsetWidth, height = hint.offsetHeight;
    hint.style.left = Math.max(8, Math.min(place.left, innerWidth - width - 8)) + "px";
    hint.style.top = (place.top > height + 12 ? place.top - height - 6 : place.bottom + 6) + "px";
  };
  addEventListener("pointerover", tell);
  addEventListener("focusin", tell);
  addEventListener("scroll", hide, { passive: true });
  addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
})();
