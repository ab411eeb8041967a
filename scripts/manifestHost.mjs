import { localizedManifest } from "./locales.mjs";

/** The address in manifest.xml: the template is itself the manifest for a machine that serves dist/ for development. */
export const DEVELOPMENT_HOST = "https://localhost:3000/";

/**
 * The address that the add-in is served from, ending in a slash; throws when Excel would refuse it.
 * @param {string | undefined} setting the value of TCO_HOST
 */
export function hostAddress(setting) {
  const text = setting?.trim() || DEVELOPMENT_HOST;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== "https:" || url.search || url.hash) {
    throw new Error(`TCO_HOST must be an https address without ? and #, such as https://example.org/tco/ (got ${text})`);
  }
  return url.href.endsWith("/") ? url.href : `${url.href}/`;
}

/**
 * The manifest in all languages, with every address of the add-in moved to `host`.
 * @param {string} template
 * @param {string} host
 */
export function manifestFor(template, host) {
  return localizedManifest(template).replaceAll(DEVELOPMENT_HOST, host);
}
