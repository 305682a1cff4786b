// The space bar presses the one primary button, unless somebody is typing or on another control.
addEventListener("keydown", e => {
  if (e.key !== " " || e.repeat || e.ctrlKey || e.metaKey || e.altKey || e.target.closest("input,textarea,select,button,a,summary,[tabindex]")) return;
  const next = document.querySelector("[data-next]");
  if (next) { e.preventDefault(); next.click(); }
});
// On a phone, what is not needed now waits folded.
if (matchMedia("(max-width: 760px)").matches) for (const fold of document.querySelectorAll("[data-fold]")) fold.open = false;
