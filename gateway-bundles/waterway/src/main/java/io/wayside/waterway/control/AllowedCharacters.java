// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import java.util.Optional;

/** Which characters a mark of the aid's kind may show. */
public interface AllowedCharacters {

  /** Why it may not show this one, in words; empty when it may. */
  Optional<String> objection(String character);
}
