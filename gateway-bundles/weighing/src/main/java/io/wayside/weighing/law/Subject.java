// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.law;

import java.util.Locale;

/** What a finding is about. */
public enum Subject {
  /** One axle or a group of axles. */
  AXLE,
  /** Neighbouring axles over their whole distance. */
  SPAN,
  /** The whole vehicle. */
  GROSS;

  /** As it stands in documents. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
