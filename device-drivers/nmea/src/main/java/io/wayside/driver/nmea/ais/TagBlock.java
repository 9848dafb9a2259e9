// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

/** Fields of a tag block, {@code s:station,c:1577762601}. */
final class TagBlock {

  private TagBlock() {}

  /** Who heard it, or empty text. */
  static String source(String block) {
    return block.isEmpty() ? "" : field(block, "s:");
  }

  private static String field(String block, String name) {
    int from = block.startsWith(name) ? 0 : block.indexOf("," + name) + 1;
    if (!block.startsWith(name, from)) {
      return "";
    }
    int end = block.indexOf(',', from);
    return block.substring(from + name.length(), end < 0 ? block.length() : end);
  }
}
