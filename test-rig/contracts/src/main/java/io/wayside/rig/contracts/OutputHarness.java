// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import io.wayside.core.device.Output;
import java.time.Duration;

/** A harness for an output: the peer is whatever it switches. */
public interface OutputHarness extends DeviceHarness<Output> {

  /** Whether the switched thing is on now, seen from outside. */
  boolean peerIsOn();

  /** Moves the time of leases on, or waits so long where time is real. */
  void passTime(Duration time);

  /** Stops the gateway's side in an orderly way; the peer stays. */
  void stopDevice();
}
