// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.anpr.onvif;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A subscription as the camera gave it. Its times are of the camera's clock, and of use only
 * against each other.
 *
 * @param address as the camera says it
 * @param references that go with every question to it
 * @param since when it began
 * @param until when it ends by itself
 */
public record PullPoint(String address, List<Element> references, Instant since, Instant until) {

  public PullPoint {
    references = List.copyOf(references);
  }

  /** How long it lasts from then on. */
  public Duration left(Instant now) {
    return Duration.between(now, until);
  }

  /** The same, lasting until then. */
  public PullPoint lasting(Instant newUntil) {
    return new PullPoint(address, references, since, newUntil);
  }
}
