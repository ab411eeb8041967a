/** The cases of each family, in one file so that functions.json is made once for all of them. */

import "./families/answer";
import "./families/bandwidth";
import "./families/blankCells";
import "./families/capacity";
import "./families/compare";
import "./families/costs";
import "./families/explain";
import "./families/finance";
import "./families/forecast";
import "./families/growth";
import "./families/keysAndValues";
import "./families/licenses";
import "./families/messages";
import "./families/noAnswers";
import "./families/questions";
import "./families/reference";
import "./families/sizing";
import "./families/staff";
import "./families/tableCells";
