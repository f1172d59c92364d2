import { writeFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import encodeQR from "qr";

const [width, height] = [640, 480];

/** A picture as a camera sees it that is held before it: one byte of brightness per point. */
export type Frame = Uint8Array;

/** An empty wall. */
export const wall = (): Frame => new Uint8Array(width * height).fill(180);

/** A picture of a screen (PNG), held before the camera: smaller than its view, a little askew, on grey. */
export async function seen(browser: Browser, png: Buffer): Promise<Frame> {
  const page = await browser.newPage();
  const bytes = await page.evaluate(
    async ({ address, wide, high }) => {
      const picture = new Image();
      picture.src = address;
      await picture.decode();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [wide, high];
      const context = canvas.getContext("2d");
      if (context === null) throw new Error("no canvas");
      context.fillStyle = "#b4b4b4";
      context.fillRect(0, 0, wide, high);
      const scale = (0.7 * high) / Math.max(picture.width, picture.height);
      context.translate(wide / 2, high / 2);
      context.rotate(0.06);
      context.scale(scale, scale);
      context.drawImage(picture, -picture.width / 2, -picture.height / 2);
      const { data } = context.getImageData(0, 0, wide, high);
      return Array.from({ length: wide * high }, (_, index) => {
        const [red = 0, green = 0, blue = 0] = data.subarray(4 * index, 4 * index + 3);
        return Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
      });
    },
    { address: `data:image/png;base64,${png.toString("base64")}`, wide: width, high: height },
  );
  await page.close();
  return Uint8Array.from(bytes);
}

/** The QR code of any text, as somebody else's poster shows it. */
export function poster(text: string): Frame {
  const rows = encodeQR(text, "raw", { ecc: "medium", border: 4 });
  const side = Math.floor((0.8 * height) / rows.length);
  const [left, top] = [width, height].map((all) => Math.floor((all - side * rows.length) / 2)) as [number, number];
  return wall().map((light, index) => {
    const [x, y] = [Math.floor(((index % width) - left) / side), Math.floor((Math.floor(index / width) - top) / side)];
    const dark = rows[y]?.[x];
    return dark === undefined ? light : dark ? 20 : 235;
  });
}

/** What the camera sees from its next opening on: an uncompressed film (YUV4MPEG2) without colour, over and over. */
export async function film(file: string, frame: Frame): Promise<void> {
  const grey = Buffer.alloc((width * height) / 2, 128);
  const pictures = Array.from({ length: 4 }, () => [Buffer.from("FRAME\n"), frame, grey]).flat();
  await writeFile(file, Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F15:1 Ip A1:1 C420\n`), ...pictures]));
}
