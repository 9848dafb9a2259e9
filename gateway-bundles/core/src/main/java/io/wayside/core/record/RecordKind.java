// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.record;

/**
 * What a record is about and in which version of its form, such as {@code weighing/1}. The version
 * rises when an old reader would misread a new body; added fields do not raise it.
 */
public record RecordKind(String name, int version) {

  public RecordKind {
    Names.require("record kind", name);
    if (version < 1) {
      throw new IllegalArgumentException("kind version starts at 1: " + version);
    }
  }

  /** Reads {@code name/version}. */
  public static RecordKind parse(String text) {
    int slash = text.lastIndexOf('/');
    if (slash > 0) {
      try {
        return new RecordKind(
            text.substring(0, slash), Integer.parseInt(text.substring(slash + 1)));
      } catch (NumberFormatException notANumber) {
        throw new IllegalArgumentException(
            "record kind \"" + text + "\" must end in a version number", notANumber);
      }
    }
    throw new IllegalArgumentException("record kind \"" + text + "\" must read name/version");
  }

  @Override
  public String toString() {
    return name + "/" + version;
  }
}
