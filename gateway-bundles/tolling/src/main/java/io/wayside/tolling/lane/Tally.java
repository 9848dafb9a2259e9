// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

/** Counts since the lane began. */
final class Tally {
  long vehicles;
  long safetyPulses;
  long grants;
  long charged;
  long passages;
  long violations;
  long reviews;
  long aborts;
  long ghosts;
  long unreadable;
  long held;
  long raises;
  long lowers;
  long retries;
  long overflows;
  long trailers;
  long unarbitrated;

  LaneTally seen() {
    return new LaneTally(
        vehicles,
        safetyPulses,
        grants,
        charged,
        passages,
        violations,
        reviews,
        aborts,
        held,
        ghosts,
        unreadable,
        raises,
        lowers,
        retries,
        trailers,
        unarbitrated,
        overflows);
  }
}
