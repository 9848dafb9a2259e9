// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.wire;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code ./wayside rig asyncapi}: writes the AsyncAPI document anew from the schemas. */
public final class WriteAsyncApi {

  private WriteAsyncApi() {}

  /**
   * Writes it under the repository's root; returns the exit code.
   *
   * @param repository as the script at the root tells it in {@code wayside.home}
   */
  public static int run(Path repository, PrintStream out) throws IOException {
    Path file = repository.resolve(AsyncApi.FILE);
    Files.createDirectories(file.getParent());
    Files.writeString(file, AsyncApi.text(repository));
    out.println("written: " + file);
    return 0;
  }
}
