import { BorderStyleTypes } from "@univerjs/core";

const BORDER = { s: BorderStyleTypes.THIN, cl: { rgb: "rgb(95, 101, 116)" } };

/** A table without stripes, as the grid draws others but for the tint of every other row. */
export const PLAIN = {
  name: "table-plain",
  style: {
    headerRowStyle: { bg: { rgb: "#6280F9" }, cl: { rgb: "#fff" }, bd: { t: BORDER } },
    headerColumnStyle: { bd: { l: BORDER } },
    lastColumnStyle: { bd: { r: BORDER } },
    lastRowStyle: { bd: { b: BORDER } },
  },
};

/** The looks of a table with stripes: the grid's first. */
export const STRIPED = "table-default-0";

/** What the grid's tables have to be told: a look without stripes beside its own, the first of which new tables get. */
export const TABLE_OPTIONS = { userThemes: [PLAIN], defaultThemeIndex: 1 };
