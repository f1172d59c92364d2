export const mongoUrl = (): string => {
  const url = process.env.MONGO_URL;
  if (url === undefined) throw new Error("MONGO_URL is not set");
  return url;
};
