// SPDX-License-Identifier: Apache-2.0
package io.wayside.distribution;

import io.wayside.boot.site.Section;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in the document the part of a PID is written.
 *
 * @param section its section
 * @param named whether that section holds parts by id
 * @param name the type's name; the section's own where there is one part
 */
record PartPid(String section, boolean named, String name) {

  private static final Pattern FORM =
      Pattern.compile("io\\.wayside\\.(?:([a-z]+)|([a-z]+)\\.([a-z0-9][a-z0-9.-]*))");

  static PartPid parse(String pid) {
    Matcher form = FORM.matcher(pid);
    if (form.matches() && form.group(1) != null) {
      return new PartPid(form.group(1), false, form.group(1));
    }
    if (form.matches() && Section.isKind(form.group(2))) {
      return new PartPid(Section.ofKind(form.group(2)), true, form.group(3));
    }
    throw new IllegalArgumentException(
        "PID "
            + pid
            + " has no place in a site document: use io.wayside.<section>, or"
            + " io.wayside.device|station|uplink.<type> for a factory");
  }
}
