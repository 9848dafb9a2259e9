// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.supervision;

import io.wayside.core.device.DeviceException;
import io.wayside.core.link.Link;
import java.time.Duration;

/** Who speaks on the link that is listened to. Called by the thread that listens. */
public interface LinkSpeaker {

  /** How often silence is looked for, and how long a stop may have to wait for a read. */
  Duration PATIENCE = Duration.ofMillis(100);

  /** The link was opened. */
  default void on(Link link) {}

  /**
   * Says what is due.
   *
   * @return how long may be listened until more is, {@link #PATIENCE} at most
   */
  default Duration speak(Link link) throws DeviceException {
    return PATIENCE;
  }

  /** The link is gone. */
  default void off() {}
}
