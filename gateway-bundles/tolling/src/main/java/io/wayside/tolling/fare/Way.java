// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.fare;

import java.util.List;
import java.util.Optional;

/**
 * A way through a closed system that ends here.
 *
 * @param entry that was used; empty when none is known
 * @param because why no sum can be told; empty when one can
 */
public record Way(Optional<KnownEntry> entry, List<String> because) {

  public Way {
    because = List.copyOf(because);
  }
}
