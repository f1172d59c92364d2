import { changeFairRules, getFair, listFairs, planFair } from "./operations/fairs.ts";
import {
  assignBooth,
  blockBooth,
  confirmBooth,
  holdBooth,
  releaseBooth,
  releaseBoothAsOrganizer,
  unblockBooth,
} from "./operations/occupancy.ts";
import { addHall, addZone, getBooth, listBooths, planBooths } from "./operations/plan.ts";

/** Everything the venue can be asked to do. */
export const venueOperations = {
  planFair,
  changeFairRules,
  getFair,
  listFairs,
  addHall,
  addZone,
  planBooths,
  listBooths,
  getBooth,
  holdBooth,
  releaseBooth,
  confirmBooth,
  assignBooth,
  releaseBoothAsOrganizer,
  blockBooth,
  unblockBooth,
} as const;
