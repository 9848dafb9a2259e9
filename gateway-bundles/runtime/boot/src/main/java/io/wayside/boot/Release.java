// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot;

import io.wayside.boot.site.Tree;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The release folder as its release.json describes it; never written.
 *
 * @param home the folder
 * @param version of the release
 * @param systemPackages what the framework exports beside the JDK
 * @param systemProperties for libraries that look there; may hold {@code ${native}}
 * @param bundles by start level, then those somebody added to the folder
 * @param configureAfter the start level after which the configuration is handed in; what starts
 *     later finds it there
 */
record Release(
    Path home,
    String version,
    String systemPackages,
    Map<String, String> systemProperties,
    List<Bundle> bundles,
    int configureAfter) {

  /** A bundle file and when it starts. */
  record Bundle(Path file, int startLevel) {}

  Release {
    systemProperties = Map.copyOf(systemProperties);
    bundles = List.copyOf(bundles);
  }

  /** Reads release.json and sees that every file is there. */
  static Release read(Path home) throws BootFailure {
    Path list = home.resolve("release.json");
    try {
      Tree release = new Tree(Json.read(Files.readString(list)).root());
      List<Bundle> bundles = new ArrayList<>();
      for (Tree bundle : release.list("bundles")) {
        bundles.add(new Bundle(home.resolve(bundle.text("file")), bundle.whole("startLevel")));
      }
      Map<String, String> properties = new TreeMap<>();
      for (Map.Entry<String, Value> property : release.in("systemProperties").fields().entrySet()) {
        properties.put(property.getKey(), new Tree(property.getValue()).text());
      }
      requireAll(home, release);
      int configureAfter = release.whole("configureAfterStartLevel");
      bundles.addAll(added(home.resolve("bundles"), bundles, configureAfter + 1));
      return new Release(
          home,
          release.text("version"),
          String.join(",", release.texts("systemPackages")),
          properties,
          bundles,
          configureAfter);
    } catch (IOException | GarbledData broken) {
      throw incomplete(list, broken);
    }
  }

  /**
   * Optional bundles: what somebody put beside the listed ones. They start with the uplinks, before
   * any driver or station that may want them.
   */
  private static List<Bundle> added(Path folder, List<Bundle> listed, int level)
      throws IOException {
    List<Path> known = listed.stream().map(Bundle::file).toList();
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".jar") && !known.contains(file))
          .sorted()
          .map(file -> new Bundle(file, level))
          .toList();
    }
  }

  private static void requireAll(Path home, Tree release) throws GarbledData, BootFailure {
    List<Tree> all = new ArrayList<>(release.list("bundles"));
    all.addAll(release.list("files"));
    for (Tree entry : all) {
      Path file = home.resolve(entry.text("file"));
      if (!Files.isReadable(file)) {
        throw incomplete(file, null);
      }
    }
  }

  /** A file of the release. */
  Path file(String name) {
    return home.resolve(name);
  }

  /** The folder of native libraries for this machine. */
  Path nativeFolder(String osArch) {
    String arch =
        switch (osArch) {
          case "amd64" -> "x86_64";
          case "arm" -> "armv7";
          default -> osArch;
        };
    return home.resolve("native").resolve(arch);
  }

  /** The start level at which uplinks run and neither stations nor drivers do. */
  int uplinkLevel() {
    return configureAfter + 1;
  }

  int highestStartLevel() {
    return bundles.stream().mapToInt(Bundle::startLevel).max().orElse(1);
  }

  static BootFailure incomplete(Path file, @Nullable Exception cause) {
    String line =
        "wayside-gateway: the release is incomplete: "
            + file
            + (cause == null ? " is missing" : " cannot be read (" + cause.getMessage() + ")")
            + " \u2014 install the release again";
    return cause == null
        ? new BootFailure(ExitCode.RELEASE_INCOMPLETE, line)
        : new BootFailure(ExitCode.RELEASE_INCOMPLETE, line, cause);
  }
}
