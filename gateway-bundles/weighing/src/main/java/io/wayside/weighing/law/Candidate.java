// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.law;

import io.wayside.core.data.Wording;
import java.util.Optional;

/**
 * A limit that may apply.
 *
 * @param rule where it stands
 * @param limitKg what it allows this vehicle
 * @param under on which condition it applies, where that is not known; empty when it surely does
 */
public record Candidate(RuleHead rule, double limitKg, Optional<Wording> under) {}
