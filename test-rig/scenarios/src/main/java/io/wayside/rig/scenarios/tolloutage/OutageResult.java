// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.tolloutage;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What came of it.
 *
 * @param written records of all kinds
 * @param wanted of them, for the office
 * @param counted by the office
 * @param again posts of what it had already
 * @param outOfOrder counted after a later one of their lane
 * @param wrongLanes lanes whose number or sum is another at the office than in the journal
 * @param sum that the office counted, in the smallest unit
 * @param waiting records that are left in the outbox
 * @param inVain requests while it was away
 * @param drainedS from its return until nothing waited
 * @param mostInASecond records
 * @param mayInASecond records that its pace allows
 * @param kills of the process
 */
record OutageResult(
    OutagePlan plan,
    long written,
    long wanted,
    long counted,
    long again,
    long outOfOrder,
    long wrongLanes,
    long sum,
    long waiting,
    long inVain,
    double drainedS,
    long mostInASecond,
    long mayInASecond,
    int kills) {

  /** What is not as it must be. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    require(faults, counted == wanted, "the office counted " + counted + " of " + wanted);
    require(faults, wrongLanes == 0, wrongLanes + " lanes have another sum at the office");
    require(faults, outOfOrder == 0, outOfOrder + " records came out of order");
    require(faults, waiting == 0, waiting + " records wait in the end");
    require(
        faults,
        mostInASecond <= mayInASecond,
        mostInASecond + " records in a second, " + mayInASecond + " may be");
    require(faults, kills == plan.kills(), kills + " kills instead of " + plan.kills());
    require(
        faults,
        again == 0 || plan.mischief() > 0,
        again + " records were sent again although the office had them");
    return faults;
  }

  private static void require(List<String> faults, boolean holds, String otherwise) {
    if (!holds) {
      faults.add(otherwise);
    }
  }

  void print(PrintStream out) {
    line(
        out,
        "lanes, each with a record every",
        plan.lanes() + ", " + plan.spacing().toMillis() + " ms");
    line(out, "without an office", plan.away().toHours() + " h");
    line(out, "records written", written);
    line(out, "of them for the office", wanted);
    line(out, "requests in vain while it was away", inVain);
    line(out, "counted by the office", counted);
    line(out, "sent again although it had them", again);
    line(out, "out of order", outOfOrder);
    line(out, "lanes with a wrong number or sum", wrongLanes);
    line(out, "sum at the office", sum);
    line(out, "most in one second, may be", mostInASecond + ", " + mayInASecond);
    line(out, "until nothing waited", String.format(Locale.ROOT, "%.0f s", drainedS));
    line(out, "kills of the process meanwhile", kills);
    faults().forEach(fault -> out.println("WRONG: " + fault));
  }

  private static void line(PrintStream out, String what, Object figure) {
    out.println(String.format(Locale.ROOT, "%-38s %s", what, figure));
  }
}
