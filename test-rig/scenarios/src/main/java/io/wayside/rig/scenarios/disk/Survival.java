// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.disk;

/** What of the changes that were not synced yet is on the disk after the cut. */
public enum Survival {
  /** All of it: the process was killed, the machine went on. */
  ALL,
  /** Nothing of it. */
  NONE,
  /** The first changes of each file, the last of them torn at a sector. */
  FIRST,
  /** Any of the changes, each whole. */
  SOME_CHANGES,
  /** Any sectors of any of the changes. */
  SOME_SECTORS,
  /** As before, and some of the sectors that were being written hold neither old nor new. */
  GARBAGE
}
