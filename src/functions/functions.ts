/** The custom functions: each file is a family, and what it declares is associated when it loads. */

import "./advice";
import "./answer";
import "./bandwidth";
import "./capacity";
import "./capacityPlan";
import "./compare";
import "./costs";
import "./explain";
import "./finance";
import "./forecast";
import "./growth";
import "./licenses";
import "./model";
import "./questions";
import "./referenceTables";
import "./scenario";
import "./sizing";
import "./staff";
