// Streamlit draws the page anew when somebody types "r" outside a field.
// Whoever speaks to the machine, or presses a key by mistake, must not set off anything by a single
// letter (WCAG 2.1.4). In fields and tables the keys do what they always do.
(() => {
  const WRITES = "input, textarea, select, [contenteditable], [role=grid], [role=listbox], canvas";
  addEventListener(
    "keydown",
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key.toLowerCase() !== "r") return;
      if (!event.target.closest?.(WRITES)) event.stopImmediatePropagation();
    },
    true,
  );
})();
