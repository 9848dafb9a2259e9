// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.cli;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What the verbs have in common: streams, help, the one line of an error, the exit status. */
final class Program {

  static final int DONE = 0;
  static final int WRONG = 2;

  /** The work of a verb. */
  interface Body {
    void run(Streams streams, String... arguments) throws Wrong;
  }

  /** The streams of a process, or of a test. */
  record Streams(InputStream in, PrintStream out, PrintStream err) {

    static Streams ofProcess() {
      return new Streams(
          // Buffered: a bare FileInputStream asks for its place, which a pipe does not have.
          new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
          new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
          new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    }
  }

  private Program() {}

  /** Runs the verb and returns the exit status. */
  static int run(String verb, String usage, Body body, Streams streams, String... arguments) {
    if (Arrays.asList(arguments).contains("--help")) {
      streams.out().print(usage);
      return DONE;
    }
    try {
      body.run(streams, arguments);
      return DONE;
    } catch (Wrong wrong) {
      String line = String.valueOf(wrong.getMessage()).replaceAll("\\R", " ");
      streams.err().println("wayside " + verb + ": " + line);
      return WRONG;
    }
  }
}
