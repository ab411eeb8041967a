/** Errors as Excel answers them: a code, and its own words. */

const MESSAGES = {
  AccessDenied: "You cannot perform the requested operation.",
  ApiNotFound: "The API you're trying to use could not be found. It may be available in a newer version of Excel.",
  GeneralException: "There was an internal error while processing the request.",
  InvalidArgument: "The argument is invalid or missing or has an incorrect format.",
  InvalidObjectPath:
    "The object path isn't working for what you're trying to do. If you're using the object across multiple sync calls, use trackedObjects.add.",
  InvalidOperation: "The operation attempted is invalid on the object.",
  InvalidReference: "This reference is not valid for the current operation.",
  ItemAlreadyExists: "The resource being created already exists.",
  ItemNotFound: "The requested resource doesn't exist.",
  UndoNotSupported: "The operation can't be undone, so it can't be part of a group of undo.",
} as const;

/** What Excel refuses. The library makes its own error of it. */
export class HostError extends Error {
  constructor(
    readonly code: keyof typeof MESSAGES,
    message: string = MESSAGES[code],
    /** Class and member, where it is another than the one that was called. */
    readonly location?: string,
  ) {
    super(message);
  }
}
