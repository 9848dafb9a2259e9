// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.automation;

import java.time.Instant;
import java.util.Optional;

/**
 * What rules may know at a moment.
 *
 * @param wall as believed; by it seasons are judged
 * @param wallTrusted whether the clock was ever set; a season is not judged without
 * @param night by the aid's photocell or the sun, where one of them tells
 */
public record Facts(long nanos, Instant wall, boolean wallTrusted, Optional<Boolean> night) {}
