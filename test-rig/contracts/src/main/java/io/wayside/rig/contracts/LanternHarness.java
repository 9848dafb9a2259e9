// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import io.wayside.core.water.Lantern;
import java.time.Duration;

/** A harness for a lantern that knows automatic and dark; it is day or night as the peer has it. */
public interface LanternHarness extends DeviceHarness<Lantern> {

  /** What the lamp does, seen from outside. */
  enum Shows {
    /** What photocell or clock says. */
    BY_ITSELF,
    /** Light, whatever they say. */
    LIGHT,
    DARK
  }

  Shows peerShows();

  /** How the lantern takes what it is told from now on. */
  enum Manner {
    PROPERLY,
    /** Answers that it will not. */
    REFUSING,
    /** Answers that it will, and goes on as before. */
    IGNORING
  }

  void peerTakes(Manner manner);

  /** Somebody with a switch, or a restart, has it shine by itself. */
  void peerForgets();

  /** Moves the time of leases on, or waits so long where time is real. */
  void passTime(Duration time);

  /** Stops the gateway's side in an orderly way; the peer stays. */
  void stopDevice();

  /** The gateway dies without a word; another one, which knows nothing of it, takes its place. */
  void killAndRestart();
}
