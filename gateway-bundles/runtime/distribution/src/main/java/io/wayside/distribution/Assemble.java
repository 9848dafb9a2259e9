// SPDX-License-Identifier: Apache-2.0
package io.wayside.distribution;

import io.wayside.boot.site.SchemaWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Completes a release folder that already has its jars and texts: native libraries, the site schema
 * and release.json. Run by the build.
 */
public final class Assemble {

  private Assemble() {}

  /** Arguments: the release folder, the folder of this module, the version. */
  public static void main(String[] arguments) throws IOException {
    Path home = Path.of(arguments[0]);
    Path project = Path.of(arguments[1]);
    Path rules = project.resolve("rules");
    Files.setPosixFilePermissions(
        home.resolve("bin/wayside-gateway"), PosixFilePermissions.fromString("rwxr-xr-x"));
    List<BundleJar> bundles = bundles(home.resolve("bundles"));
    NativeLibraries.extract(rules.resolve("native-libraries.txt"), bundles, home.resolve("native"));
    Path schema = home.resolve("etc/schema/site.schema.json");
    Files.createDirectories(schema.resolveSibling("."));
    Files.writeString(schema, SchemaWriter.write(SchemaGenerator.of(bundles)));
    ReleaseList.write(
        home,
        arguments[2],
        StartLevels.read(rules.resolve("start-levels.txt")),
        bundles,
        systemPackages(project.resolve("gateway.bndrun")),
        properties(rules.resolve("system.properties")));
  }

  private static List<BundleJar> bundles(Path folder) throws IOException {
    List<BundleJar> bundles = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jar")).sorted().toList()) {
        bundles.add(BundleJar.read(file));
      }
    }
    return bundles;
  }

  /** What the bundles were resolved with is what they are started with. */
  private static List<String> systemPackages(Path bndrun) throws IOException {
    String packages = properties(bndrun).get("-runsystempackages");
    if (packages == null) {
      throw new IOException(bndrun + " has no -runsystempackages");
    }
    return Arrays.stream(packages.split(",", -1)).map(String::strip).toList();
  }

  private static Map<String, String> properties(Path file) throws IOException {
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    Map<String, String> sorted = new TreeMap<>();
    properties.stringPropertyNames().forEach(n -> sorted.put(n, properties.getProperty(n)));
    return sorted;
  }
}
