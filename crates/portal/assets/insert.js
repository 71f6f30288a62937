// References to choose from, for <ul data-insert="#area"> with a <code> in each item: a button beside each puts it where the cursor is.
// Without this file the list is there to copy from. Deliberately not here: what the references are; the server lists them.

for (const list of document.querySelectorAll("[data-insert]")) {
  const area = document.querySelector(list.dataset.insert);
  for (const code of list.querySelectorAll("code")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button link";
    button.textContent = list.dataset.label;
    button.setAttribute("aria-label", `${list.dataset.label}: ${code.textContent}`);
    button.addEventListener("click", () => {
      area.setRangeText(code.textContent, area.selectionStart, area.selectionEnd, "end");
      // Saving and the preview listen for what people type.
      area.dispatchEvent(new InputEvent("input", { bubbles: true }));
      area.focus();
    });
    code.after(" ", button);
  }
}
