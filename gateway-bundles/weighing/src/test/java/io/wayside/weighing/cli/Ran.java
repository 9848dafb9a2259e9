// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.cli;

import io.wayside.weighing.rig.ShippedData;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * A verb that was run.
 *
 * @param status its exit status
 */
record Ran(int status, String out, String err) {

  interface Verb {
    int run(Shipped shipped, Program.Streams streams, String... arguments);
  }

  static Ran of(Verb verb, String in, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        verb.run(
            new Shipped(ShippedData.file("..")),
            new Program.Streams(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)),
            arguments);
    return new Ran(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Refused in one line that holds all of these. */
  boolean refusedNaming(String... words) {
    return status == 2
        && out.isEmpty()
        && err.strip().lines().count() == 1
        && java.util.Arrays.stream(words).allMatch(err::contains);
  }
}
