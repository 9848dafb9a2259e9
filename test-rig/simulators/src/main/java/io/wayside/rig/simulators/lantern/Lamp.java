// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.lantern;

/** A lamp behind a photocell: what really shines. Whoever uses it locks. */
public final class Lamp {

  /** By whose will. */
  public enum Will {
    PHOTOCELL,
    ON,
    OFF
  }

  private Will will = Will.PHOTOCELL;
  private boolean night = true;
  private boolean broken;

  public synchronized void will(Will now) {
    will = now;
  }

  public synchronized Will will() {
    return will;
  }

  public synchronized void night(boolean now) {
    night = now;
  }

  /** The lamp burns out, or a new one is put in. */
  public synchronized void broken(boolean now) {
    broken = now;
  }

  public synchronized boolean isBroken() {
    return broken;
  }

  /** What its electronics want. */
  public synchronized boolean shouldBeLit() {
    return will == Will.ON || (will == Will.PHOTOCELL && night);
  }

  /** Whether there is light. */
  public synchronized boolean isLit() {
    return shouldBeLit() && !broken;
  }
}
