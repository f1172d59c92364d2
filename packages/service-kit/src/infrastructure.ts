import type { Bus } from "@rialto/messaging/bus";
import type { ObserveDelivery } from "@rialto/messaging/delivery";
import type { ParkingLot } from "@rialto/messaging/parking-lot";
import type { connectMongo } from "@rialto/persistence/connection";
import type { Relay } from "@rialto/persistence/relay.types";
import type { ServiceConfig } from "./config.ts";
import type { Prepared, ServiceDefinition } from "./define-service.ts";
import type { Check } from "./health.ts";
import type { Logger } from "./logger.ts";

/** One service's database. */
export type Connection = Awaited<ReturnType<typeof connectMongo>>;

/** What a service stands on: a database and a bus. Replaceable, so that the kit is tested without either. */
export interface Infrastructure {
  readonly connection: Connection;
  readonly bus: Bus;
  readonly parkingLot: ParkingLot & Partial<Prepared>;
  readonly checks: readonly Check[];
  relay(stores: NonNullable<ServiceDefinition["stores"]>): Relay;
  closeDatabase(): Promise<void>;
}

export interface InfrastructureOptions {
  readonly name: string;
  readonly config: ServiceConfig;
  readonly logger: Logger;
  readonly observe: ObserveDelivery;
  /** Events can no longer be consumed in this process. */
  readonly onFatal: (error: Error) => void;
}

export type ConnectInfrastructure = (options: InfrastructureOptions) => Promise<Infrastructure>;
