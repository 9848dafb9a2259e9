// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A small library loaded before the C library of a child process; compiled from C when needed. */
public enum DiskShim {
  /** Makes each fsync slower and counts them. */
  SLOW("slow-disk"),
  /** Writes down what happens to files. */
  TRACE("trace-disk");

  private static final List<String> COMPILERS = List.of("cc", "gcc", "clang");

  private final String source;

  DiskShim(String source) {
    this.source = source;
  }

  /**
   * Compiles it into this folder; empty when the machine has no C compiler.
   *
   * @throws IOException when there is one and it refuses
   */
  public Optional<Path> compile(Path folder) throws IOException, InterruptedException {
    Optional<String> compiler = compiler();
    if (compiler.isEmpty()) {
      return Optional.empty();
    }
    Path code = folder.resolve(source + ".c");
    Path library = folder.resolve(source + ".so").toAbsolutePath();
    try (InputStream in = DiskShim.class.getResourceAsStream(source + ".c")) {
      if (in == null) {
        throw new IOException(source + ".c is not on the class path");
      }
      Files.write(code, in.readAllBytes());
    }
    Process process =
        new ProcessBuilder(
                compiler.get(),
                "-O2",
                "-shared",
                "-fPIC",
                "-o",
                library.toString(),
                code.toString(),
                "-ldl",
                "-lpthread")
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(compiler.get() + " does not compile " + source + ".c: " + said);
    }
    return Optional.of(library);
  }

  private static Optional<String> compiler() {
    String path = System.getenv().getOrDefault("PATH", "");
    return COMPILERS.stream()
        .filter(
            name ->
                List.of(path.split(":", -1)).stream()
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, name))))
        .findFirst();
  }
}
