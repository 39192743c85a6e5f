// The server closes the websocket with 4401 when the session is over. Then nothing of what was
// shown may be left on the screen: the tab goes to the page that says so.
(() => {
  const SESSION_IS_OVER = 4401;
  const Native = window.WebSocket;
  window.WebSocket = class extends Native {
    constructor(...given) {
      super(...given);
      this.addEventListener("close", (event) => {
        if (event.code !== SESSION_IS_OVER) return;
        document.documentElement.hidden = true;
        window.location.replace("/logg-inn/slutt");
      });
    }
  };
})();
