// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import java.time.Duration;
import java.time.Instant;

/**
 * What somebody asked of a light, as it is kept.
 *
 * @param id of the command; the same is carried out at most once
 * @param actor who asks
 * @param face by which way, as {@code io.wayside.core.command.Actor} has it
 * @param reason why, in words
 * @param value what the verb needs: a character, a brightness; else empty
 * @param expires wall time by which the device must have taken it
 * @param lease how long it holds from the first attempt on; zero for what is not leased
 */
public record Asked(
    String id,
    String actor,
    String face,
    String reason,
    Verb verb,
    String value,
    Instant expires,
    Duration lease) {

  public Asked {
    if (verb.leased() != lease.compareTo(Duration.ZERO) > 0) {
      throw new IllegalArgumentException(verb + " with a lease of " + lease);
    }
  }
}
