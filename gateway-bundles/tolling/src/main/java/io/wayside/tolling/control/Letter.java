// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.tolling.lane.LaneEvent;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What waits for the lane's thread. */
public sealed interface Letter {

  /** A tag was heard. */
  record Sighting(LaneEvent.Heard heard) implements Letter {}

  /** A device said something that must not be missed. */
  record Change(LaneEvent event) implements Letter {}

  /**
   * A person wants something.
   *
   * @param refusal why the lane did not obey; empty when it did
   */
  record Order(LaneEvent event, CompletableFuture<Optional<String>> refusal) implements Letter {}

  /** Work that only the lane's thread may do, such as what follows a durable record. */
  record Errand(Runnable work) implements Letter {}
}
