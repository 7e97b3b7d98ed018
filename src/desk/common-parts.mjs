/**
 * The longest sequence of parts that two lists have in common, as pairs of their places. Runs in Node and, as it is, in
 * the browser.
 * @param {readonly string[]} before
 * @param {readonly string[]} after
 * @returns {Array<[number, number]>}
 */
export function commonParts(before, after) {
  // lengths[i][j]: how many parts before.slice(i) and after.slice(j) have in common.
  const lengths = Array.from({ length: before.length + 1 }, () =>
    new Array(after.length + 1).fill(0),
  );
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      lengths[i][j] =
        before[i] === after[j]
          ? lengths[i + 1][j + 1] + 1
          : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
  const pairs = [];
  let [i, j] = [0, 0];
  while (i < before.length && j < after.length)
    if (before[i] === after[j]) pairs.push([i++, j++]);
    else if (lengths[i + 1][j] >= lengths[i][j + 1]) i++;
    else j++;
  return pairs;
}
