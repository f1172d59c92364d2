export const KAFKA_VERSION = "4.1.1";
export const SCALA_VERSION = "2.13";
