// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the record says of orders before a restart.
 *
 * @param open accepted and without an outcome
 * @param holding proven or confirmed, and not known to have given the light back
 * @param spent ids that may still be sent again, with their expiry
 * @param forgottenUntil orders that expire by then may have been forgotten
 * @param character that was published by order, empty as the lantern was set up
 * @param agreed by whom
 */
public record Recalled(
    List<Asked> open,
    List<Asked> holding,
    Map<String, Instant> spent,
    Instant forgottenUntil,
    String character,
    String agreed) {}
