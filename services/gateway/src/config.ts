import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { serviceConfig } from "@rialto/service-kit/config";
import { z } from "zod";

const address = (port: number) => z.url({ protocol: /^https?$/ }).default(`http://127.0.0.1:${port}`);

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

function builtPages(): string {
  const web = folder("../../web/dist");
  return existsSync(join(web, "index.html")) ? web : folder("../public");
}

export const gatewayConfig = serviceConfig("gateway", 4_000).extend({
  REGISTRY_URL: address(4_001),
  VENUE_URL: address(4_002),
  MATCHMAKING_URL: address(4_003),
  CEREMONIES_URL: address(4_004),
  /** Built pages. Absent: those of services/web, or a page that says there are none. */
  WEB_FOLDER: z.string().default(builtPages()),
  /** Accounts of a demonstration fair, shown at the entrance for one tap; set by whoever has seeded one. */
  DEMO_GUIDE_FILE: z.string().optional(),
  /** New sockets per second of one replica: about 60 % of what two cores accept. */
  LIVE_HANDSHAKES_PER_SECOND: z.coerce.number().int().positive().default(400),
  /** The gateway's own port is for the public: metrics and parked messages are served here. */
  OPERATIONS_PORT: z.coerce.number().int().min(0).max(65_535).default(4_010),
  /** Nobody stands before the gateway unless said so. */
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
});

export type GatewayConfig = Readonly<z.output<typeof gatewayConfig>>;
