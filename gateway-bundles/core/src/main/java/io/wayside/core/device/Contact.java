// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.device;

import java.util.Optional;

/** A contact or a loop detector's output, debounced by its driver. */
public interface Contact extends Device, Source<ContactChange> {

  /** Whether the contact is active now; empty while it cannot be told. */
  Optional<Boolean> active();
}
