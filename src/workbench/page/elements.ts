/** The element of the page with this id; the page is broken without it. */
export function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no element #${id}.`);
  return found;
}

/** Opens a dialog of the page; resolves with the value of the button that closed it. */
export function ask(id: string): Promise<string> {
  const dialog = element(id) as HTMLDialogElement;
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => dialog.addEventListener("close", () => resolve(dialog.returnValue), { once: true }));
}
