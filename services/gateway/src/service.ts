import { defineService, type ServiceDefinition } from "@rialto/service-kit/define-service";
import type { Platform } from "@rialto/service-kit/platform";
import type { GatewayConfig } from "./config.ts";
import type { GatewayDeps } from "./deps.ts";
import { countNotificationsRoute } from "./http/count-notifications.ts";
import { demoGuide } from "./http/demo-guide.ts";
import { forward } from "./http/forward.ts";
import { listNotificationsRoute } from "./http/list-notifications.ts";
import { markNotificationsReadRoute } from "./http/mark-notifications-read.ts";
import { pageHeaders, pages } from "./http/pages.ts";
import { inboxReaches } from "./live/inbox-reaches.ts";
import { createReplica } from "./live/replica.ts";
import { whenItConcernsPeopleRaiseNotifications } from "./reactions/when-it-concerns-people-raise-notifications.ts";
import { whenNotificationRaisedKeepIt } from "./reactions/when-notification-raised-keep-it.ts";
import { whenOrganizationChangesListIt } from "./reactions/when-organization-changes-list-it.ts";
import { createDirectory } from "./store/directory.ts";
import { createInbox } from "./store/inbox.ts";
import { createPositions } from "./store/positions.ts";
import { createStreams } from "./store/streams.ts";

/** A list that lacks the newest is better than none. */
const LISTING_PATIENCE_MS = 1_000;

/** Everything the gateway does, by name. */
export function composeGateway(platform: Platform, config: GatewayConfig): ServiceDefinition {
  const { connection, bus, logger, metrics, verifyToken } = platform;
  const inbox = createInbox(connection);
  const streams = createStreams(connection);
  const positions = createPositions(connection);
  const directory = createDirectory(connection);
  const handshakesPerSecond = config.LIVE_HANDSHAKES_PER_SECOND;
  const replica = createReplica({ bus, inbox, positions, streams, verifyToken, logger, handshakesPerSecond });
  const inboxCaughtUp = () => inboxReaches(positions, replica.passed(), LISTING_PATIENCE_MS);
  const deps: GatewayDeps = { inbox, streams, epoch: replica.epoch, inboxCaughtUp };
  metrics.gauge("rialto_gateway_sockets", "Open sockets of this replica", replica.connections);

  return defineService("gateway", {
    routes: [listNotificationsRoute(deps), markNotificationsReadRoute(deps), countNotificationsRoute(deps)],
    reactions: [...whenOrganizationChangesListIt(directory), ...whenItConcernsPeopleRaiseNotifications(bus, directory)],
    // What people are told next must not wait until the last notification is in the inbox.
    lanes: { inbox: [whenNotificationRaisedKeepIt(inbox, positions, replica.epochKnown)] },
    projections: [directory, inbox, positions],
    workers: [replica.worker],
    handlers: [
      ...forward({
        registry: config.REGISTRY_URL,
        venue: config.VENUE_URL,
        matchmaking: config.MATCHMAKING_URL,
        ceremonies: config.CEREMONIES_URL,
      }),
      ...(config.DEMO_GUIDE_FILE === undefined ? [] : [demoGuide(config.DEMO_GUIDE_FILE)]),
      pages(config.WEB_FOLDER),
    ],
    helmet: pageHeaders,
    onServer: replica.attach,
  });
}
