// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot.site;

import java.util.List;

/** What became of a site document: a plan, or everything that is wrong with it. */
public sealed interface SiteReading {

  /** It is in order. */
  record Accepted(SitePlan plan) implements SiteReading {}

  /** It is not; at least one error, in the order of the text. */
  record Refused(List<SiteError> errors) implements SiteReading {
    public Refused {
      errors = List.copyOf(errors);
    }
  }
}
