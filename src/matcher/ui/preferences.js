// Runs before Streamlit's own script, and answers it in the user's place: which language is
// preferred, and whether the machine is dark. So a choice shows at once, and nothing is reloaded.
(() => {
  // Told where the server is, Streamlit need not guess it from the address of a page, which costs
  // two failed requests each time a case's address is opened.
  window.__streamlit = { BACKEND_BASE_URL: `${location.origin}/` };

  const COOKIE = "koordinatormatch-valg";
  const DARK = "(prefers-color-scheme: dark)";
  const TAGS = { nb: "nb-NO", nn: "nn-NO", en: "en-GB" };
  const page = document.documentElement;
  const machine = window.matchMedia(DARK);
  const media = window.matchMedia.bind(window);
  const listeners = new EventTarget();
  let [language, look, type] = [page.lang, "machine", "usual"];

  const isDark = () => look === "dark" || (look === "machine" && machine.matches);
  const answer = {
    media: DARK,
    get matches() { return isDark(); },
    addEventListener: (...heard) => listeners.addEventListener(...heard),
    removeEventListener: (...heard) => listeners.removeEventListener(...heard),
    addListener: (heard) => listeners.addEventListener("change", heard),
    removeListener: (heard) => listeners.removeEventListener("change", heard),
  };
  window.matchMedia = (query) => (query === DARK ? answer : media(query));
  Object.defineProperty(navigator, "language", { get: () => TAGS[language] });
  Object.defineProperty(navigator, "languages", { get: () => [TAGS[language]] });

  const draw = () => {
    page.lang = language;
    page.dataset.look = isDark() ? "dark" : "light";
    page.dataset.type = type;
    listeners.dispatchEvent(new Event("change"));
  };

  const take = (choice) => {
    const before = language;
    [language, look, type] = choice.split(".");
    draw();
    if (language !== before) window.dispatchEvent(new Event("languagechange"));
  };

  const kept = document.cookie.split("; ").find((each) => each.startsWith(`${COOKIE}=`));
  let shown = kept ? kept.slice(COOKIE.length + 1) : "";
  if (/^(nb|nn|en)\.(machine|light|dark)\.(usual|large)$/.test(shown)) take(shown);
  else draw();
  machine.addEventListener("change", draw);

  // The page says what is chosen; the browser keeps it for a year.
  const follow = () => {
    const choice = document.querySelector("[data-preferences]")?.dataset.preferences;
    if (!choice || choice === shown) return;
    shown = choice;
    const safe = location.protocol === "https:" ? "; secure" : "";
    document.cookie = `${COOKIE}=${choice}; path=/; max-age=31536000; samesite=lax${safe}`;
    take(choice);
  };
  addEventListener("DOMContentLoaded", () => {
    new MutationObserver(follow).observe(document.body, { childList: true, subtree: true });
  });
})();
