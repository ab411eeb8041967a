import { classOf, identity, notFound } from "./members";
import type { Host, HostObject } from "./objects";
import { type Query, memberName, wireName } from "./wire";

type Answer = Record<string, unknown>;

const isCount = (path: string): boolean => path.toLowerCase() === "count";

/** Every item of a collection with what is asked of each, and their count. */
async function readItems(items: readonly HostObject[], { Select = [], Expand = [] }: Query, isAll: boolean, host: Host): Promise<Answer> {
  const ofEach = Select.filter((path) => path !== "*" && !isCount(path)).map((path) => path.replace(/^items\//i, ""));
  const read = async (item: HostObject) => ({ ...identity(item, host), ...(await readObject(item, { Select: ofEach, Expand }, host)) });
  return {
    ...((isAll || Select.some(isCount)) && { Count: items.length }),
    ...((isAll || ofEach.length > 0) && { _Items: await Promise.all(items.map(read)) }),
  };
}

/** The value at a path, such as format/fill/color, within what was read before. */
async function readPath(owner: HostObject, path: string, before: Answer, host: Host): Promise<unknown> {
  const [head = "", ...rest] = path.split("/");
  const { values = {}, objects = {} } = classOf(owner);
  const [value, child] = [values[memberName(head)], objects[memberName(head)]];
  if (value !== undefined) return value(owner.target, host);
  if (child === undefined) throw notFound(owner, head);
  const inner = await readObject(child(owner.target, host) as HostObject, { Select: rest.length === 0 ? [] : [rest.join("/")] }, host);
  return { ...(before[wireName(head)] as object | undefined), ...inner };
}

/** Everything that a query asks of an object, by the names that the library reads; all its values where it asks for nothing. */
export async function readObject(owner: HostObject, query: Query, host: Host): Promise<Answer> {
  const { Select = [], Expand = [] } = query;
  const isAll = Select.length === 0 || Select.includes("*");
  const { items, values = {} } = classOf(owner);
  if (items !== undefined) return readItems(items(owner.target, host), query, isAll, host);
  const answer: Answer = {};
  const paths = [...(isAll ? Object.keys(values) : []), ...Select.filter((path) => path !== "*"), ...Expand];
  for (const path of paths) answer[wireName(path.split("/", 1)[0] ?? "")] = await readPath(owner, path, answer, host);
  return answer;
}
