// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office;

import io.wayside.tolling.fare.EntryPoint;
import java.util.Optional;

/**
 * What the office says of a tag before it passes.
 *
 * @param reason the office's own code; empty when it gave none
 * @param entry where it came in, in a closed system, when the office knows
 */
public record TagAnswer(boolean grants, String reason, Optional<EntryPoint> entry) {}
