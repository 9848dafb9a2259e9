// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.indicator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;

/** Commands cut out of a stream of bytes at their end characters; what is too long is dropped. */
final class CommandLine {

  private static final int LONGEST = 256;

  private final String ends;
  private final StringBuilder pending = new StringBuilder();
  private boolean tooLong;

  /**
   * @param ends each of these characters ends a command and belongs to none
   */
  CommandLine(String ends) {
    this.ends = ends;
  }

  /** The commands that are complete now, without their ends; empty ones are left out. */
  List<String> complete(byte[] bytes) {
    List<String> commands = new ArrayList<>();
    for (char c : new String(bytes, ISO_8859_1).toCharArray()) {
      if (ends.indexOf(c) >= 0) {
        if (tooLong || !pending.isEmpty()) {
          commands.add(pending.toString());
        }
        clear();
      } else if (pending.length() < LONGEST) {
        pending.append(c);
      } else {
        tooLong = true;
      }
    }
    return commands;
  }

  void clear() {
    pending.setLength(0);
    tooLong = false;
  }
}
