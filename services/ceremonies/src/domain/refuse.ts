import { ceremoniesRefusals } from "@rialto/contracts/ceremonies/refusals";
import { refusing } from "@rialto/contracts/kernel/refusal";

export const refuse = refusing(ceremoniesRefusals);
