import { Window } from "happy-dom";
import { builtText } from "./build";

/** Names that dist/taskpane.js gives to Office.actions.associate as it loads, before Office is ready: a ribbon command may come that early. */
export async function associatedActions(): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  const window = new Window({ settings: { enableJavaScriptEvaluation: true, suppressInsecureJavaScriptEnvironmentWarning: true } });
  window.document.write(builtText("taskpane.html").replaceAll(/<script[^>]*><\/script>|<link[^>]*>/g, ""));
  const never = new Promise<never>(() => undefined);
  Object.assign(window, { Office: { actions: { associate: (name: string) => names.add(name) }, onReady: () => never } });
  // The script asks where it came from, to load its other parts from there.
  Object.defineProperty(window.document, "currentScript", { value: { tagName: "SCRIPT", src: "https://pane.example/taskpane.js" } });
  window.eval(builtText("taskpane.js"));
  await window.happyDOM.close();
  return names;
}
