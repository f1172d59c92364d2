import { serviceConfig } from "@rialto/service-kit/config";

export const ceremoniesConfig = serviceConfig("ceremonies", 4004);
