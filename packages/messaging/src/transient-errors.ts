/** Network trouble as Node names it, undici included. */
const networkCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ECONNABORTED",
  "EPIPE",
  "ETIMEDOUT",
  "ESOCKETTIMEDOUT",
  "EHOSTUNREACH",
  "EHOSTDOWN",
  "ENETUNREACH",
  "ENETDOWN",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
  "UND_ERR_HEADERS_TIMEOUT",
  "UND_ERR_BODY_TIMEOUT",
  "UND_ERR_SOCKET",
]);

/** The driver's and mongoose's classes for "no server to talk to just now". */
const mongoNames =
  /^(Mongo(Network|NetworkTimeout|ServerSelection|NotConnected|TopologyClosed|PoolCleared|PoolClearedOnNetwork|PoolClosed|WaitQueueTimeout|OperationTimeout|WriteConcern)Error|MongooseServerSelectionError)$/;

/**
 * Server codes for elections, shutdowns, stale routing and exceeded time limits: host unreachable, not found, network
 * time-out, shutdown, not primary, primary stepped down, exceeded time limit, socket exception, write conflict.
 * https://github.com/mongodb/mongo/blob/master/src/mongo/base/error_codes.yml
 */
const mongoCodes = new Set([6, 7, 50, 89, 91, 112, 134, 189, 262, 317, 358, 9001, 10107, 11600, 11602, 13435, 13436]);

const mongoLabels = ["TransientTransactionError", "RetryableWriteError", "RetryableError", "NetworkError"];

type Clues = Error & {
  readonly code?: unknown;
  readonly transient?: unknown;
  readonly retriable?: unknown;
  readonly errorLabels?: unknown;
};

const hasLabel = (error: Clues): boolean => {
  const labels: unknown = error.errorLabels;
  return Array.isArray(labels) && mongoLabels.some((label) => labels.includes(label));
};

const saysSo = (error: Clues): boolean =>
  error.transient === true ||
  error.name === "TimeoutError" ||
  (typeof error.code === "string" && networkCodes.has(error.code)) ||
  mongoNames.test(error.name) ||
  (error.name.startsWith("Mongo") && typeof error.code === "number" && mongoCodes.has(error.code)) ||
  hasLabel(error) ||
  (error.name.startsWith("KafkaJS") && error.retriable !== false) ||
  error.name === "KafkaJSNumberOfRetriesExceeded";

/**
 * Whether trying again later can help: the error or one of its causes says so itself (`transient: true`), or it is a
 * known sign of a network, MongoDB or Kafka that is away. `fetch` hides the network code in the cause of a TypeError.
 */
export function isTransient(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > 5) return false;
  return saysSo(error) || isTransient(error.cause, depth + 1);
}
