import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { COUNTS, defaultAnswers, OTHER_PRODUCT, productWords, readAnswers } from "./questions";
import type { Problems } from "./questions";
import type { HomeControls } from "./controls";
import type { Answer, Answers, HomeState, Product } from "./state";
import { selectField, textField } from "../shell/parts";

interface Asked {
  readonly answers: Answers;
  readonly problems: Problems;
  readonly answered: (answer: Answer) => void;
}

/** The five questions, each with its default and why it is asked. */
export function questionsView(slice: HomeState, { dispatch, locale }: HomeControls): TemplateResult {
  const answers = { ...defaultAnswers(locale), ...slice.answers };
  const products = slice.products ?? [];
  const { problems } = readAnswers(answers, products, locale);
  const asked: Asked = { answers, problems, answered: (answer) => dispatch({ type: "home/answered", answer }) };
  return html`
    ${textField({
      id: "sites",
      label: "1. How many sites are there today?",
      hint: "Each site beyond the first needs links to a central system; distributed hubs stand near them.",
      value: answers.sites,
      problem: problems.sites,
      typed: (text) => asked.answered({ field: "sites", text }),
    })}
    ${volumeView(asked)}
    ${textField({
      id: "growth",
      label: "3. How fast does it grow in a year, without acquisitions?",
      hint: "Growth decides when the largest server is no longer enough. Acquisitions come later, each with its date.",
      value: answers.growth,
      problem: problems.growth,
      typed: (text) => asked.answered({ field: "growth", text }),
    })}
    ${selectField({
      id: "hosting",
      label: "4. Where do the servers stand?",
      hint: "Rented servers cost by the month; owned ones are bought ahead, need power and racks, and are replaced.",
      value: answers.hosting,
      options: [
        { value: "cloud", label: "In a cloud" },
        { value: "owned", label: "Owned, in a data center" },
      ],
      changed: (value) => asked.answered({ field: "hosting", text: value === "owned" ? "owned" : "cloud" }),
    })}
    ${productView(asked, slice.products, locale)}
  `;
}

function volumeView({ answers, problems, answered }: Asked): TemplateResult {
  return html`
    ${textField({
      id: "volume",
      label: "2. How much business runs on the system today?",
      hint: "The load, the data and the licenses grow with it.",
      value: answers.volume,
      problem: problems.volume,
      typed: (text) => answered({ field: "volume", text }),
    })}
    ${selectField({
      id: "counts",
      label: "It counts",
      value: answers.counts,
      options: COUNTS.map(({ id, label }) => ({ value: id, label })),
      changed: (text) => answered({ field: "counts", text }),
    })}
    ${
      answers.counts === "other"
        ? textField({
            id: "counts-name",
            label: "What does it count?",
            hint: "The load of one is taken to be that of a user. Measure it, then change it in Inputs.",
            value: answers.countsName,
            problem: problems.countsName,
            typed: (text) => answered({ field: "countsName", text }),
          })
        : nothing
    }
  `;
}

function productView({ answers, problems, answered }: Asked, products: readonly Product[] | undefined, locale: string): TemplateResult {
  if (!products) return html`<p class="loading">Loading prices ...</p>`;
  const options = [
    ...products.map((product) => ({ value: product.name, label: productWords(product, locale) })),
    { value: OTHER_PRODUCT, label: "Another: state its price" },
  ];
  return html`
    ${selectField({
      id: "product",
      label: "5. Which database product?",
      hint: "Licenses by core are often the largest difference. Prices are dated list prices; those of your contract go into Inputs.",
      value: answers.product,
      options,
      changed: (text) => answered({ field: "product", text }),
    })}
    ${
      answers.product === OTHER_PRODUCT
        ? html`${textField({
            id: "product-name",
            label: "Its name",
            value: answers.productName,
            problem: problems.productName,
            typed: (text) => answered({ field: "productName", text }),
          })}
          ${textField({
            id: "product-price",
            label: "Price per core and year",
            value: answers.productPrice,
            problem: problems.productPrice,
            typed: (text) => answered({ field: "productPrice", text }),
          })}`
        : nothing
    }
  `;
}
