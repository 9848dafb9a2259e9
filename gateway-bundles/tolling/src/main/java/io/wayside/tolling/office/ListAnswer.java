// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office;

import io.wayside.core.data.Value;
import java.time.Instant;

/**
 * A list, or what changed in it.
 *
 * @param baseVersion the version it changes; 0: it is the whole list
 * @param asOf when it was true
 * @param entries as the office gives them
 */
public record ListAnswer(
    String issuer, String list, long baseVersion, long version, Instant asOf, Value entries) {

  /** Whether it can be put upon a version. */
  public boolean follows(long haveVersion) {
    return baseVersion == 0 || baseVersion == haveVersion;
  }
}
