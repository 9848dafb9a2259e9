// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.lane;

import io.wayside.boot.site.SchemaReader;
import io.wayside.boot.site.SitePlan;
import io.wayside.boot.site.SiteReader;
import io.wayside.boot.site.SiteReading;
import io.wayside.core.data.GarbledData;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A site document, read and checked as the gateway does it. */
final class SiteParts {

  private final Path file;
  private final SitePlan plan;

  private SiteParts(Path file, SitePlan plan) {
    this.file = file;
    this.plan = plan;
  }

  /**
   * Reads it.
   *
   * @param schema of the site document
   */
  static SiteParts read(Path file, Path schema) throws Wrong {
    try {
      SiteReading reading =
          new SiteReader(SchemaReader.read(Files.readString(schema))).read(Files.readString(file));
      if (reading instanceof SiteReading.Refused refused) {
        throw new Wrong(refused.errors().get(0).line(String.valueOf(file.getFileName())));
      }
      return new SiteParts(file, ((SiteReading.Accepted) reading).plan());
    } catch (NoSuchFileException missing) {
      throw new Wrong(missing.getFile() + ": there is no such file");
    } catch (CharacterCodingException notText) {
      throw new Wrong(file + " is not text in UTF-8; save it as such");
    } catch (IOException | GarbledData unreadable) {
      throw new Wrong(file + " cannot be read: " + unreadable.getMessage());
    }
  }

  /** The toll lane that is meant, by id; the only one when none is named. */
  String lane(Optional<String> named) throws Wrong {
    List<String> lanes =
        plan.configurations().keySet().stream()
            .filter(pid -> pid.startsWith("io.wayside.station.toll-lane~"))
            .map(pid -> pid.substring(pid.indexOf('~') + 1))
            .toList();
    if (named.isPresent() && lanes.contains(named.get())) {
      return named.get();
    }
    if (named.isEmpty() && lanes.size() == 1) {
      return lanes.get(0);
    }
    if (lanes.isEmpty()) {
      throw new Wrong(file + " has no station of type toll-lane");
    }
    throw new Wrong(
        file
            + " has the toll lanes "
            + lanes
            + named.map(id -> " and none \"" + id + "\"").orElse("; name one with --station"));
  }

  /** The settings of a part, as the gateway would hand them to its component. */
  Map<String, Object> part(String kind, String type, String id) throws Wrong {
    Map<String, Object> properties =
        plan.configurations().get("io.wayside." + kind + "." + type + "~" + id);
    if (properties == null) {
      throw new Wrong(
          file
              + ": "
              + kind
              + " \""
              + id
              + "\" is not of type "
              + type
              + ", and no other works here");
    }
    return properties;
  }

  Path folder() {
    return file.resolveSibling("").normalize();
  }
}
