// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known around the light now.
 *
 * @param rule what the rules want of it, if anything
 * @param centreLostNanos since when there is no way to the centre; empty while there is one
 */
public record Surroundings(Sight sight, Optional<Standing> rule, OptionalLong centreLostNanos) {}
