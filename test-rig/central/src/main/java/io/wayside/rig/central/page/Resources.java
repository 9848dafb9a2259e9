// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The files the page is made of, read once. */
final class Resources {

  private static final Map<String, String> TYPES =
      Map.of(
          "index.html", "text/html; charset=utf-8",
          "page.css", "text/css; charset=utf-8",
          "page.js", "text/javascript; charset=utf-8",
          "words.js", "text/javascript; charset=utf-8",
          "vehicle.js", "text/javascript; charset=utf-8",
          "motion.js", "text/javascript; charset=utf-8",
          "records.js", "text/javascript; charset=utf-8",
          "icon.svg", "image/svg+xml");

  private final Map<String, Resource> byPath = new LinkedHashMap<>();

  @SuppressWarnings("ArrayRecordComponent") // written out, never compared
  record Resource(String type, byte[] content) {}

  Resources() {
    TYPES.forEach((name, type) -> byPath.put("/" + name, new Resource(type, read(name))));
  }

  Optional<Resource> at(String path) {
    return Optional.ofNullable(byPath.get(path.equals("/") ? "/index.html" : path));
  }

  private static byte[] read(String name) {
    try (InputStream in = Resources.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks its page file " + name + "; build it again");
      }
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
