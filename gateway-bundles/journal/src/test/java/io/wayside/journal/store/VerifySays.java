// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.journal.verify.Verify;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What the command verify prints. */
final class VerifySays {

  private VerifySays() {}

  static String of(Path target, String... options) throws InterruptedException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8);
    String[] arguments = new String[options.length + 1];
    arguments[0] = target.toString();
    System.arraycopy(options, 0, arguments, 1, options.length);
    int status = Verify.run(print, print, arguments);
    return said.toString(StandardCharsets.UTF_8) + "exit status " + status;
  }
}
