import { containerRung, serverInContainer } from "./containers.ts";
import type { Rung } from "./ladder.ts";
import { mongoUrlOf } from "./mongod.ts";
import type { ServerContext, ServerPlan } from "./server-context.ts";

export const mongoInContainer: Rung<ServerContext, ServerPlan> = {
  name: containerRung,
  // The member calls itself by a name of the container network, hence the direct connection from outside.
  try: (context) => {
    const address = mongoUrlOf(context.port).replace("replicaSet=rs0", "directConnection=true");
    return serverInContainer("mongo", "MONGO_PORT", address, context);
  },
};
