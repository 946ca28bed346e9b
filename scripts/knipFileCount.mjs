/** Reporter of knip that says how many files it has read: a gate that looked at none must not pass. */
export default function reportFileCount({ counters }) {
  console.log(`Read ${counters.processed} files`);
}
