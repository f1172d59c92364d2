import { Answer, type ClientToServer, type Closing, Welcome } from "@rialto/contracts/gateway/realtime";
import { io } from "socket.io-client";
import { backOffMs } from "./back-off.ts";
import type { LiveClientOptions, LiveSocket, LiveStatus } from "./live-types.ts";

const ANSWER_WITHIN_MS = 5_000;
/** A server that lets us in and then says nothing is left. */
const WELCOME_WITHIN_MS = 10_000;

export interface LiveConnectionOptions
  extends Pick<LiveClientOptions, "baseUrl" | "getAccessToken" | "renewAccessToken" | "onStatus" | "onRevoked"> {
  /** Where to resume; asked at each attempt. */
  readonly cursor: () => string | undefined;
  readonly onWelcome: (welcome: Welcome) => void;
  readonly onError: (error: unknown) => void;
  readonly random?: () => number;
}

export interface LiveConnection {
  readonly socket: LiveSocket;
  status(): LiveStatus;
  connect(): Promise<void>;
  /** Breaks off and connects again after this time, or after one that grows with each failure. */
  comeBack(afterMs?: number): void;
  end(): void;
  /** What the server says to a message. */
  ask<Name extends keyof ClientToServer>(name: Name, message: Parameters<ClientToServer[Name]>[0]): Promise<Said>;
}

export type Said = "yes" | "no" | "nothing";

interface RefusedConnection {
  readonly data?: { readonly code?: unknown; readonly retryAfterMs?: unknown };
}

/** A socket that finds its way back: with a fresh token, from the right place, and not together with everybody else. */
export function createLiveConnection(options: LiveConnectionOptions): LiveConnection {
  const { onError, random = Math.random } = options;
  let status: LiveStatus = "stopped";
  let attempt = 0;
  let token: string | undefined;
  let closing: Closing | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const socket: LiveSocket = io(options.baseUrl, {
    path: "/live",
    transports: ["websocket"],
    autoConnect: false,
    // Ours waits as long as the server asks for, and brings a fresh token.
    reconnection: false,
    forceNew: true,
  });

  function become(next: LiveStatus): void {
    if (status === next) return;
    status = next;
    options.onStatus?.(next);
  }

  function plan(ms: number, then: () => void): void {
    clearTimeout(timer);
    timer = setTimeout(then, ms);
  }

  async function connect(): Promise<void> {
    become("connecting");
    closing = undefined;
    plan(WELCOME_WITHIN_MS, () => comeBack());
    try {
      token = await options.getAccessToken?.();
    } catch (error) {
      onError(error);
      return comeBack();
    }
    if (status !== "connecting") return;
    const cursor = token === undefined ? undefined : options.cursor();
    socket.auth = { ...(token === undefined ? {} : { token }), ...(cursor === undefined ? {} : { cursor }) };
    socket.connect();
  }

  function comeBack(afterMs?: number): void {
    if (status === "stopped") return;
    become("waiting");
    attempt++;
    socket.disconnect();
    // The server spreads its clients by what it asks for; what we add keeps a server that asks for 0 from being stormed.
    const waitMs = afterMs === undefined ? backOffMs(attempt, { random }) : afterMs + backOffMs(1, { random });
    plan(waitMs, () => void connect());
  }

  function end(): void {
    clearTimeout(timer);
    become("stopped");
    socket.disconnect();
  }

  /** The token did not hold. Without another one there is nobody to be told anything. */
  async function renewAndComeBack(afterMs: number | undefined): Promise<void> {
    try {
      const renewed = await options.renewAccessToken?.(token);
      if (renewed !== undefined) return comeBack(afterMs);
      end();
      options.onRevoked?.();
    } catch (error) {
      onError(error);
      comeBack(afterMs);
    }
  }

  async function ask(name: keyof ClientToServer, message: object): Promise<Said> {
    if (!socket.connected) return "nothing";
    try {
      // Socket.IO's types cannot follow a name that is not known yet; the answer is parsed instead.
      const answering = socket.timeout(ANSWER_WITHIN_MS) as { emitWithAck(name: string, message: object): Promise<unknown> };
      return Answer.parse(await answering.emitWithAck(name, message)).ok ? "yes" : "no";
    } catch {
      return "nothing";
    }
  }

  async function sendNewToken(): Promise<void> {
    const renewed = await options.renewAccessToken?.(token);
    if (renewed !== undefined && (await ask("authenticate", { token: renewed })) === "yes") token = renewed;
  }

  socket.on("welcome", (raw) => {
    const welcome = Welcome.safeParse(raw);
    if (!welcome.success) return onError(welcome.error);
    clearTimeout(timer);
    attempt = 0;
    become("live");
    options.onWelcome(welcome.data);
  });
  socket.on("tokenExpiring", () => void sendNewToken().catch(onError));
  socket.on("closing", (message) => {
    closing = message;
  });
  socket.on("disconnect", () => {
    if (status === "stopped" || status === "waiting") return;
    if (closing?.reason === "revoked" || closing?.reason === "tokenExpired") void renewAndComeBack(closing.retryAfterMs);
    else comeBack(closing?.retryAfterMs);
  });
  socket.on("connect_error", (error) => {
    if (status !== "connecting") return;
    const { data } = error as RefusedConnection;
    const afterMs = typeof data?.retryAfterMs === "number" ? data.retryAfterMs : undefined;
    if (data?.code === "SIGN_IN_NEEDED") void renewAndComeBack(afterMs);
    else comeBack(afterMs);
  });

  return { socket, status: () => status, connect, comeBack, end, ask };
}
