/** Drawn inside a booth of 4 by 4, so that its status is told by a shape too. */
export const marks = {
  available: "",
  held: "M1.2 1.1h1.6M1.2 2.9h1.6M1.4 1.1l1.2 1.8M2.6 1.1 1.4 2.9",
  assigned: "M1.2 2.1l.6.6 1.1-1.3",
  blocked: "M1.2 1.2l1.6 1.6M2.8 1.2 1.2 2.8",
} as const;
