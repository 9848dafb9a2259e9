// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot;

import io.wayside.boot.site.SchemaReader;
import io.wayside.boot.site.Section;
import io.wayside.boot.site.SitePlan;
import io.wayside.boot.site.SiteReader;
import io.wayside.boot.site.SiteReading;
import io.wayside.boot.site.SiteSchema;
import io.wayside.core.data.GarbledData;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The site document and the schema of the release, as files. */
final class Site {

  /** A site document of a thousand devices has less; what has more is another file. */
  private static final long LARGEST_BYTES = 4L << 20;

  private final Path file;
  private final SiteSchema schema;

  Site(Path file, Release release) throws BootFailure {
    this.file = file;
    Path generated = release.file("etc/schema/site.schema.json");
    try {
      this.schema = SchemaReader.read(Files.readString(generated));
    } catch (IOException | GarbledData broken) {
      throw Release.incomplete(generated, broken);
    }
  }

  /** Where the document lies. */
  Path folder() {
    return file.toAbsolutePath().resolveSibling("").normalize();
  }

  /** Reads the document as it is now; refused with one line for each error. */
  SitePlan read() throws BootFailure {
    SiteReading reading = new SiteReader(schema).read(text());
    if (reading instanceof SiteReading.Accepted accepted) {
      return accepted.plan();
    }
    SiteReading.Refused refused = (SiteReading.Refused) reading;
    String name = String.valueOf(file.getFileName());
    throw new BootFailure(
        ExitCode.SITE_REFUSED, refused.errors().stream().map(error -> error.line(name)).toList());
  }

  /** The plan of a gateway that has what every gateway must have, and nothing else. */
  SitePlan smallest(String gateway, String tenant) {
    TreeMap<String, Map<String, Object>> configurations = new TreeMap<>();
    for (Section section : schema.sections().values()) {
      if (section.required() && !section.named()) {
        configurations.put(section.only().pid(), Map.of("id", gateway, "tenant", tenant));
      }
    }
    return new SitePlan(gateway, tenant, "none", configurations);
  }

  private String text() throws BootFailure {
    try {
      if (Files.size(file) > LARGEST_BYTES) {
        throw refused("has more than " + LARGEST_BYTES + " bytes", "is it the right file?");
      }
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
          .toString();
    } catch (NoSuchFileException missing) {
      throw refused("there is no such file", "write it, or name another with --site FILE");
    } catch (CharacterCodingException notUtf8) {
      throw refused("is not UTF-8 text", "save it as UTF-8");
    } catch (IOException unreadable) {
      throw refused("cannot be read (" + unreadable + ")", "let the gateway's user read it");
    }
  }

  private BootFailure refused(String what, String remedy) {
    return new BootFailure(ExitCode.SITE_REFUSED, file + ": " + what + " \u2014 " + remedy);
  }
}
