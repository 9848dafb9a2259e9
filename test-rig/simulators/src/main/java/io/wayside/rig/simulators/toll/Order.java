// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll;

import io.wayside.rig.simulators.llrp.SimulatedTag;
import java.time.Duration;

/** Something that goes wrong, or is done, at a moment of a scenario. */
public sealed interface Order {

  /** Number of the lane it concerns. */
  int lane();

  /** What the world itself does. */
  sealed interface InWorld extends Order {}

  /** What whoever runs the scenario does. */
  sealed interface Outside extends Order {}

  /** The arm's motor does nothing, or works again. */
  record ArmStuck(int lane, boolean stuck) implements InWorld {}

  /** From now on this share of the loops' changes bounces. */
  record LoopsBounce(int lane, double share) implements InWorld {}

  /** The reader reports nothing for a while: its connection is gone. */
  record ReaderDrops(int lane, Duration lasting) implements InWorld {}

  /**
   * The reader starts anew and reports nothing meanwhile; afterwards it has an old ROSpec at work.
   */
  record ReaderReboots(int lane, Duration lasting) implements InWorld {}

  /** A tag is read so often, whatever stands in the lane. */
  record Flood(int lane, SimulatedTag tag, int perSecond, Duration lasting) implements InWorld {}

  /** The reader's clock of the day jumps. */
  record ReaderClockJumps(int lane, Duration by) implements Outside {}

  /** The gateway loses its power now and starts again after a while. */
  record PowerCut(int lane, Duration lasting) implements Outside {}

  /** The next version of a list does not arrive; the one after it does. */
  record ListGap(int lane) implements Outside {}

  /** The lists in force are so old. */
  record ListsAged(int lane, Duration age) implements Outside {}

  /** The gateway's clock of the day is stepped. */
  record ClockStep(int lane, Duration by) implements Outside {}

  /** The journal's disk is full, or has room again. */
  record DiskFull(int lane, boolean full) implements Outside {}

  /** The link to the office is down for so long in the world's business, then up again. */
  record OfficeOutage(int lane, Duration lasting) implements Outside {}

  /** The office gets the next upload twice. */
  record UploadTwice(int lane) implements Outside {}

  /** The gateway's clock of the day stands so long before midnight. */
  record BeforeMidnight(int lane, Duration by) implements Outside {}

  /** The lanes of the station cannot reach each other for a while. */
  record StationNetworkDown(int lane, Duration lasting) implements Outside {}

  /** The lane is told to run the other way. */
  record SwitchDirection(int lane) implements Outside {}

  /** An order and when it is due. */
  record Timed(Trigger when, Order order) {}
}
