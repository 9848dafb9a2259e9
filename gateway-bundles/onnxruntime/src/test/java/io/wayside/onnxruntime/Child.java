// SPDX-License-Identifier: Apache-2.0
package io.wayside.onnxruntime;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A fresh Java, because a library once loaded stays. */
final class Child {

  static final Path BUNDLE = Path.of(System.getProperty("wayside.bundle"));
  static final Path TESTS = placeOf(Child.class);

  private Child() {}

  static Path placeOf(Class<?> type) {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  /** What it printed; fails when it ended with a fault. */
  static String run(List<Path> classPath, List<String> options, Class<?> main, Object... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("wayside.test.jvm"));
    if (Runtime.version().feature() >= 22) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(options);
    command.addAll(
        List.of(
            "-cp",
            String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList()),
            main.getName()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new AssertionError(command + " ended badly: " + output);
    }
    return output;
  }
}
