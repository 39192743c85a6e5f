// Runs before Streamlit's own script. Told where the server is, Streamlit need not guess it from
// the address of a page, which costs two failed requests each time a case's address is opened.
window.__streamlit = { BACKEND_BASE_URL: `${location.origin}/` };

// Streamlit's own words are English. Those that a user may meet are exchanged here, word for
// word: whole texts, and the patterns where a part varies. Texts of our own never match.
(async () => {
  const words = await (await fetch("/norsk/ord.json")).json();
  const patterns = words.patterns.map(([from, to]) => [new RegExp(`^${from}$`), to]);
  const attributes = ["aria-label", "placeholder", "title", "alt", "aria-valuetext"];

  const norwegian = (text) => {
    const trimmed = text.trim();
    if (!trimmed) return text;
    if (Object.hasOwn(words.whole, trimmed)) return text.replace(trimmed, words.whole[trimmed]);
    for (const [from, to] of patterns)
      if (from.test(trimmed)) return text.replace(trimmed, trimmed.replace(from, to));
    return text;
  };

  const translateText = (node) => {
    const text = norwegian(node.data);
    if (text !== node.data) node.data = text;
  };

  const translateElement = (element) => {
    for (const name of attributes) {
      const value = element.getAttribute(name);
      if (value === null) continue;
      const text = norwegian(value);
      if (text !== value) element.setAttribute(name, text);
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

  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach(translate);
      else if (change.type === "characterData") translateText(change.target);
      else translateElement(change.target);
    }
  }).observe(document.body, {
    childList: true, subtree: true, characterData: true,
    attributes: true, attributeFilter: attributes,
  });
  translate(document.body);
})();
