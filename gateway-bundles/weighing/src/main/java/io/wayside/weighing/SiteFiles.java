// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.vehicle.ClassScheme;
import io.wayside.weighing.lane.LaneJudge;
import io.wayside.weighing.law.LawPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.framework.BundleContext;

/** Files that a site document names. */
final class SiteFiles {

  private static final String NONE = "none";

  private final Path site;
  private final Path shipped;

  SiteFiles(BundleContext context) {
    this.site = folder(context, "wayside.site");
    this.shipped = folder(context, "wayside.etc");
  }

  private static Path folder(BundleContext context, String property) {
    String folder = context.getProperty(property);
    return Path.of(folder == null ? "" : folder).toAbsolutePath();
  }

  /** An instrument's document; beside the site document unless the path is absolute. */
  Node instrument(String file) throws IOException, GarbledData {
    return read("the instrument's document ", site.resolve(file));
  }

  /** The judge with law pack and class scheme as configured. */
  LaneJudge judge(String lawPack, String classScheme) throws IOException, GarbledData {
    Optional<ClassScheme> scheme = Optional.empty();
    if (!classScheme.equals(NONE)) {
      scheme = Optional.of(ClassScheme.from(data("the class scheme ", "classes", classScheme)));
    }
    Optional<LawPack> law = Optional.empty();
    if (!lawPack.equals(NONE)) {
      law = Optional.of(LawPack.from(data("the law pack ", "law", lawPack)));
    }
    return new LaneJudge(scheme, law);
  }

  /** By name from the release, or by path. */
  private Node data(String what, String folder, String name) throws IOException, GarbledData {
    boolean isPath = name.contains("/") || name.endsWith(".json");
    return read(
        what, isPath ? site.resolve(name) : shipped.resolve(folder).resolve(name + ".json"));
  }

  private static Node read(String what, Path path) throws IOException, GarbledData {
    try {
      return Node.read(path.toString(), Files.readString(path));
    } catch (NoSuchFileException missing) {
      throw new IOException(
          what + path + " is not there; put it there or correct its name", missing);
    }
  }
}
