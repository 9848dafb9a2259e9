// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.tollkill;

/**
 * One thing that happens on the road. It is done again when the lane was killed over it.
 *
 * @param arming whether something is on L1
 * @param safety whether something is on L3
 * @param curtain whether something breaks the curtain
 * @param tag number of the tag that is heard; 0 for none
 * @param ms how long it lasts
 */
record Step(What what, boolean arming, boolean safety, boolean curtain, int tag, long ms) {

  /** What happens. */
  enum What {
    /** Loops and curtain are as the step says. */
    ROLLS,
    /** A tag is heard until the barrier is up; after a while the attendant helps. */
    IS_HEARD,
    /** Stands without a tag until it is held; then the attendant lets it pass. */
    CALLS,
    /** L1 says nothing any more; it does from the next step on. */
    LOSES_ARMING,
    OPEN("open"),
    CLOSE("close"),
    HOLD_OPEN("hold-open"),
    MAINTAIN("maintain");

    /** The order that is given to the lane; empty for none. */
    final String verb;

    What() {
      this("");
    }

    What(String verb) {
      this.verb = verb;
    }
  }

  static Step rolls(boolean arming, boolean safety, long ms) {
    return new Step(What.ROLLS, arming, safety, false, 0, ms);
  }

  static Step order(What what) {
    return new Step(what, false, false, false, 0, 1_000);
  }

  /** The same with the curtain broken. */
  Step broken() {
    return new Step(what, arming, safety, true, tag, ms);
  }

  /** Each tag has a number of its own. */
  static String epc(int tag) {
    return "00a0%020x".formatted(tag);
  }
}
