// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where lines for the person go who called; the only place that knows the process's own streams.
 */
public record Terminal(PrintStream out, PrintStream err) {

  public static Terminal ofProcess() {
    return new Terminal(utf8(System.out), utf8(System.err));
  }

  /** Whatever the locale: messages hold names of places. */
  private static PrintStream utf8(PrintStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }
}
