// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import java.util.Optional;

/**
 * What is known around the light now.
 *
 * @param rule what the rules want of it, if anything
 * @param centreHeard whether there is a way to the centre
 */
public record Surroundings(Sight sight, Optional<Standing> rule, boolean centreHeard) {}
