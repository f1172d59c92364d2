let scratch = new Float64Array(256);

/** The k-th largest (from 1 on) of values[from] to values[to - 1], which stay as they are. Quickselect (Hoare 1961). */
export function kthLargest(values: Float64Array, from: number, to: number, k: number): number {
  const size = to - from;
  if (scratch.length < size) scratch = new Float64Array(2 * size);
  for (let at = 0; at < size; at++) scratch[at] = values[from + at]!;
  const wanted = k - 1;
  let low = 0;
  let high = size - 1;
  while (low < high) {
    const pivot = scratch[(low + high) >> 1]!;
    let left = low;
    let right = high;
    while (left <= right) {
      while (scratch[left]! > pivot) left++;
      while (scratch[right]! < pivot) right--;
      if (left > right) break;
      const value = scratch[left]!;
      scratch[left++] = scratch[right]!;
      scratch[right--] = value;
    }
    if (wanted <= right) high = right;
    else if (wanted >= left) low = left;
    else break;
  }
  return scratch[wanted]!;
}
