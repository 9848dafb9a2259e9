// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.record;

/**
 * What may be dropped when the disk is full and what goes first when the link is back; most
 * important first. {@link #MONEY} and {@link #ENFORCEMENT} are never dropped.
 */
public enum Importance {
  MONEY,
  ENFORCEMENT,
  ALARM,
  EVENT,
  TELEMETRY;

  /** Whether retention may ever drop such a record before the centre has it. */
  public boolean mayBeDropped() {
    return this != MONEY && this != ENFORCEMENT;
  }
}
