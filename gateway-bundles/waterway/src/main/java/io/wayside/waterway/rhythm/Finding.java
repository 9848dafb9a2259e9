// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.rhythm;

import io.wayside.waterway.light.Rhythm;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a light input has shown, and by what one knows.
 *
 * @param reason in words and figures
 * @param measured the rhythm that is shown, where it repeats; its colour is not known and white
 * @param rise of the level while it is lit, in the unit of the input; empty for contacts
 */
public record Finding(Seen seen, String reason, Optional<Rhythm> measured, OptionalDouble rise) {}
