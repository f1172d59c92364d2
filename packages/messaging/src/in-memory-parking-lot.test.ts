import { createInMemoryParkingLot } from "./in-memory-parking-lot.ts";
import { parkingLotConformance } from "./parking-lot-conformance.ts";

parkingLotConformance("createInMemoryParkingLot", async () => createInMemoryParkingLot());
