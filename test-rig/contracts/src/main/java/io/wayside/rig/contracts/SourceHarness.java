// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import io.wayside.core.device.Device;
import io.wayside.core.device.Source;

/** A harness for a device that speaks by itself. */
public interface SourceHarness<D extends Device & Source<E>, E> extends DeviceHarness<D> {

  /**
   * Has the peer say something that can be told from what it said just before. Numbers run from 1
   * to 100 and begin anew; a contact becomes active at odd ones.
   */
  void peerSays(int number);

  /** Whether an event is what the peer said under this number. */
  boolean carries(E event, int number);
}
