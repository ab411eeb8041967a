import officeAddin from "office-addin-prettier-config";

export default { ...officeAddin, trailingComma: "all", printWidth: 140 };
