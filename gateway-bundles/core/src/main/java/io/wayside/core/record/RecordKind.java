// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.record;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a record is about and in which version of its form, such as {@code weighing/1}. The version
 * rises when an old reader would misread a new body; added fields do not raise it.
 */
public record RecordKind(String name, int version) {

  private static final Pattern FORM = Pattern.compile("(.+)/([1-9][0-9]{0,8})");

  public RecordKind {
    Names.require("record kind", name);
    if (version < 1) {
      throw new IllegalArgumentException("kind version starts at 1: " + version);
    }
  }

  /** Reads {@code name/version}. */
  public static RecordKind parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "record kind \"" + text + "\" must read name/version, such as weighing/1");
    }
    return new RecordKind(form.group(1), Integer.parseInt(form.group(2)));
  }

  @Override
  public String toString() {
    return name + "/" + version;
  }
}
