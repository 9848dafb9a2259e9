// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.availability;

import java.time.Instant;

/**
 * A while in which nothing changed.
 *
 * @param to first moment that is not of it
 * @param due whether the light should have shone
 * @param light what the light was by then
 */
public record Stretch(Instant from, Instant to, Condition condition, boolean due, Verdict light) {}
