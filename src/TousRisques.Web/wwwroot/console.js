// The space bar presses the one primary button, unless somebody is typing or on another control.
addEventListener("keydown", e => {
  if (e.key !== " " || e.repeat || e.ctrlKey || e.metaKey || e.altKey || e.target.closest("input,textarea,select,button,a,summary,[tabindex]")) return;
  const next = document.querySelector("[data-next]");
  if (next) { e.preventDefault(); next.click(); }
});
