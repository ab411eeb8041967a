/** Numbers that are a conversion in disguise, with the constant of src/engine/units.ts to use instead. */
const CONVERSIONS = new Map([
  [730, "HOURS_PER_MONTH"],
  [8760, "HOURS_PER_YEAR"],
  [3600, "SECONDS_PER_HOUR"],
  [86400, "SECONDS_PER_DAY"],
  [1024, "a constant such as GIB_PER_TB"],
  [2 ** 20, "a constant such as GIB_PER_GB"],
  [2 ** 30, "GIB_PER_GB"],
  [2 ** 40, "GIB_PER_TB"],
]);

/** Also a plausible bound of an amount: a conversion only where it multiplies or divides. */
const BYTES_PER_TB = 1e12;

const BINARY_EXPONENTS = new Set([10, 20, 30, 40]);

/** @type {import("eslint").Rule.RuleModule} */
export const unitLiterals = {
  meta: {
    type: "problem",
    docs: { description: "Conversion constants live in src/engine/units.ts, once." },
    schema: [],
    messages: { literal: "{{text}} is a conversion: use {{constant}} of src/engine/units.ts (add it there if it is missing)." },
  },
  create: (context) => ({
    Literal(node) {
      const constant = CONVERSIONS.get(/** @type {number} */ (node.value));
      if (constant) context.report({ node, messageId: "literal", data: { text: node.raw ?? "", constant } });
    },
    [`BinaryExpression[operator=/^[*/]$/] > Literal[value=${BYTES_PER_TB}]`](/** @type {any} */ node) {
      context.report({ node, messageId: "literal", data: { text: node.raw, constant: "GIB_PER_TB" } });
    },
    "BinaryExpression[operator='**'][left.value=2]"(/** @type {any} */ node) {
      if (!BINARY_EXPONENTS.has(node.right.value)) return;
      context.report({ node, messageId: "literal", data: { text: `2 ** ${node.right.value}`, constant: "GIB_PER_TB or GIB_PER_GB" } });
    },
  }),
};
