// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

/** Lets time pass between the rounds of a module; the rig has one of its own. */
public interface Pace {

  /** Waits for so long, or until woken; a waking before counts. */
  void rest(long nanos) throws InterruptedException;

  void wake();
}
