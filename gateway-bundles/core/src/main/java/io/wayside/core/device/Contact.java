// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.device;

import java.time.Duration;
import java.util.Optional;

/** A contact or a loop detector's output, debounced by its driver. */
public interface Contact extends Device, Source<ContactChange> {

  /** Whether the contact is active now; empty while it cannot be told. */
  Optional<Boolean> active();

  /**
   * How often the driver looks at the contact: the time of a change is up to as much later than its
   * edge, and what is shorter may be missed. Zero where edges are heard as they happen.
   */
  default Duration lookedAtEvery() {
    return Duration.ZERO;
  }
}
