// What the checks found: a line for each, and each fault in full.

export class Report {
  failures = 0;
  started = Date.now();

  /** A check with its figures; any fault makes the run fail. */
  check(name, figures, faults) {
    console.log(`${faults.length ? "FAIL" : "ok  "} ${name}: ${figures}`);
    for (const fault of faults.slice(0, 40)) console.log(`     ${fault}`);
    if (faults.length > 40) console.log(`     and ${faults.length - 40} more`);
    this.failures += faults.length;
  }
}
