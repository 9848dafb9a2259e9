// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.law;

import java.util.Locale;

/** What a limit says about a load, from good to bad. */
public enum Verdict {
  WITHIN,
  /** The interval of uncertainty or the possible limits lie on both sides. */
  UNDECIDED,
  OVER;

  /** As it stands in documents. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
