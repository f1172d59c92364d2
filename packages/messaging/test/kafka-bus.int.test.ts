import { busConformance } from "../src/conformance.ts";
import { makeKafkaWorld } from "./kafka-world.ts";

busConformance("createKafkaBus", makeKafkaWorld);
