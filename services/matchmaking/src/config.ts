import { serviceConfig } from "@rialto/service-kit/config";

export const matchmakingConfig = serviceConfig("matchmaking", 4003);
