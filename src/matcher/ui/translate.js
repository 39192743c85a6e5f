// Streamlit's own words are English. Those that a user may meet are exchanged here, word for
// word: whole texts, and the patterns where a part varies. Texts of our own never match.
(() => {
  const ATTRIBUTES = ["aria-label", "placeholder", "title", "alt", "aria-valuetext"];
  const originals = new WeakMap(); // what stood there before, so that the language can be changed
  let words = { whole: {}, patterns: [] };

  const translated = (text) => {
    const trimmed = text.trim();
    if (!trimmed) return text;
    if (Object.hasOwn(words.whole, trimmed)) return text.replace(trimmed, words.whole[trimmed]);
    for (const [from, to] of words.patterns)
      if (from.test(trimmed)) return text.replace(trimmed, trimmed.replace(from, to));
    return text;
  };

  // Exchanges one place's text; `place` is "" for the text itself, or the name of an attribute.
  const exchange = (node, place, now, write) => {
    const before = originals.get(node)?.[place];
    const original = before?.to === now ? before.from : now;
    const text = translated(original);
    if (text === now) return;
    originals.set(node, { ...originals.get(node), [place]: { from: original, to: text } });
    write(text);
  };

  const translateText = (node) =>
    exchange(node, "", node.data, (text) => { node.data = text; });

  const translateElement = (element) => {
    for (const name of ATTRIBUTES) {
      const value = element.getAttribute(name);
      if (value !== null)
        exchange(element, name, value, (text) => element.setAttribute(name, text));
    }
  };

  const translate = (root) => {
    if (root.nodeType === Node.TEXT_NODE) return translateText(root);
    if (root.nodeType !== Node.ELEMENT_NODE) return;
    translateElement(root);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      node.nodeType === Node.TEXT_NODE ? translateText(node) : translateElement(node);
  };

  const read = async () => {
    const told = await (await fetch(`/norsk/ord-${document.documentElement.lang}.json`)).json();
    const patterns = told.patterns.map(([from, to]) => [new RegExp(`^${from}$`), to]);
    words = { whole: told.whole, patterns };
    translate(document.body);
  };

  addEventListener("languagechange", read);
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach(translate);
      else if (change.type === "characterData") translateText(change.target);
      else translateElement(change.target);
    }
  }).observe(document.body, {
    childList: true, subtree: true, characterData: true,
    attributes: true, attributeFilter: ATTRIBUTES,
  });
  read();
})();
