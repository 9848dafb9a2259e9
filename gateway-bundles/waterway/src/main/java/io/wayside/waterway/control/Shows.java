// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import io.wayside.waterway.aid.Duty;
import io.wayside.waterway.light.Rhythm;
import java.util.Optional;

/**
 * What is to be seen of a light.
 *
 * @param rhythm with {@link Duty.Mode#OTHER_CHARACTER} alone
 */
public record Shows(Duty.Mode mode, Optional<Rhythm> rhythm) {

  public static Shows of(Duty.Mode mode) {
    return new Shows(mode, Optional.empty());
  }

  public static Shows other(Rhythm rhythm) {
    return new Shows(Duty.Mode.OTHER_CHARACTER, Optional.of(rhythm));
  }
}
