// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gate;

import java.time.Instant;

/**
 * How a medium stands.
 *
 * @param denied on a deny list
 * @param list which list said so, or was asked
 * @param version of that list
 * @param asOf when the list was true
 */
public record TokenFinding(boolean denied, String list, long version, Instant asOf) {}
