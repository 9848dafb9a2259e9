// SPDX-License-Identifier: Apache-2.0
package io.wayside.distribution;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes release.json: what is in the folder, by content, and how it is started. */
final class ReleaseList {

  static final String NAME = "release.json";

  /** The configuration is handed in when core, runtime and journal are there. */
  private static final long CONFIGURE_AFTER = 3;

  private static final long MINIMUM_JAVA = 17;

  private ReleaseList() {}

  static void write(
      Path home,
      String version,
      StartLevels levels,
      List<BundleJar> bundles,
      List<String> systemPackages,
      Map<String, String> systemProperties)
      throws IOException {
    List<Value> started = new ArrayList<>();
    bundles.stream()
        .sorted(
            Comparator.comparingInt((BundleJar bundle) -> levels.of(bundle.symbolicName()))
                .thenComparing(BundleJar::symbolicName))
        .forEach(bundle -> started.add(bundle(home, levels, bundle)));
    List<Value> others = new ArrayList<>();
    for (Path file : files(home)) {
      if (!file.startsWith(home.resolve("bundles"))) {
        others.add(file(home, file));
      }
    }
    FieldsBuilder properties = new FieldsBuilder();
    new TreeMap<>(systemProperties).forEach(properties::and);
    Value.Fields release =
        Value.Fields.with("name", "wayside-gateway")
            .and("version", version)
            .and("minimumJava", MINIMUM_JAVA)
            .and("configureAfterStartLevel", CONFIGURE_AFTER)
            .and("systemPackages", texts(systemPackages))
            .and("systemProperties", properties.build())
            .and("bundles", started)
            .and("files", others)
            .build();
    Files.writeString(home.resolve(NAME), Json.writeIndented(release) + "\n");
  }

  private static List<Path> files(Path home) throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.equals(home.resolve(NAME)))
          .sorted()
          .toList();
    }
  }

  private static Value bundle(Path home, StartLevels levels, BundleJar bundle) {
    Value.Fields file = file(home, bundle.file());
    return Value.Fields.with("symbolicName", bundle.symbolicName())
        .and("version", bundle.version())
        .and("startLevel", levels.of(bundle.symbolicName()))
        .and("file", file.get("file"))
        .and("sha256", file.get("sha256"))
        .build();
  }

  private static Value.Fields file(Path home, Path file) {
    return Value.Fields.with("file", home.relativize(file).toString())
        .and("sha256", sha256(file))
        .build();
  }

  private static List<Value> texts(List<String> texts) {
    return texts.stream().map(text -> (Value) new Value.Text(text)).toList();
  }

  static String sha256(Path file) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (IOException | NoSuchAlgorithmException unreadable) {
      throw new IllegalStateException("cannot take the sum of " + file, unreadable);
    }
  }
}
