// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll.scenario;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What the lists say of a tag.
 *
 * @param epc lower-case hexadecimal
 * @param bits of it
 * @param standing in the issuer's lists
 * @param group toll group that its vehicle is registered in
 * @param ticketEnds how long after the world begins a ticket ends, where there is one
 */
public record Registered(
    String epc, int bits, Standing standing, int group, Optional<Duration> ticketEnds) {

  /** First digits of an EPC, and whose it is. What begins with none of these nobody knows. */
  public static final Map<String, String> ISSUERS =
      Map.of("3416214b94", "north", "3416214b95", "south");

  /** How a tag stands with its issuer. */
  public enum Standing {
    GOOD,
    LOW_BALANCE,
    BLOCKED,
    EXEMPT,
    TICKET
  }
}
