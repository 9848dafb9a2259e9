// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import java.util.Optional;

/**
 * A step of an order, for the record.
 *
 * @param asked empty for a {@link Standing}
 * @param id of the order, or the source of what stands
 * @param last whether this is the order's outcome; each has exactly one
 * @param code a stable reason, lower-case words joined by hyphens
 * @param words for people
 */
public record Note(
    long nanos,
    Optional<Asked> asked,
    String id,
    Step step,
    boolean last,
    String code,
    String words) {}
