import type { OpenWorkbook } from "./workbook";

/** Lets people look at the workbook and copy from it, but not change it. What code writes is not held back. */
export async function setReadOnly({ api, workbook }: OpenWorkbook): Promise<void> {
  const permission = workbook.getWorkbookPermission();
  await permission.setReadOnly();
  await permission.setPoint(api.Enum.WorkbookPermissionPoint.CopyContent, true);
}

/** Lets people change the workbook again. */
export function setEditable({ workbook }: OpenWorkbook): Promise<void> {
  return workbook.getWorkbookPermission().setEditable();
}
