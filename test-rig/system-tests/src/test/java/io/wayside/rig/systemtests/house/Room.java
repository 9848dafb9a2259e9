// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.house;

import java.util.List;

/**
 * A package and all below it, and what it may know beside the JDK and itself. A room within a room
 * is judged by its own line only.
 *
 * @param name the package below {@code io.wayside}
 * @param ours packages of the house below {@code io.wayside}
 * @param theirs packages of others; those of the JDK that not everybody may use too
 * @param pure neither threads nor I/O nor a framework: the same bytes in, the same answer out
 */
record Room(String name, List<String> ours, List<String> theirs, boolean pure) {

  Room {
    ours = List.copyOf(ours);
    theirs = List.copyOf(theirs);
  }

  static Room named(String name) {
    return new Room(name, List.of(), List.of(), false);
  }

  Room knows(String... rooms) {
    return new Room(name, List.of(rooms), theirs, pure);
  }

  Room uses(String... packages) {
    return new Room(name, ours, List.of(packages), pure);
  }

  Room asPure() {
    return new Room(name, ours, theirs, true);
  }

  /** Whether a package is this one or below it. */
  static boolean within(String pack, String outer) {
    return pack.equals(outer) || pack.startsWith(outer + ".");
  }
}
