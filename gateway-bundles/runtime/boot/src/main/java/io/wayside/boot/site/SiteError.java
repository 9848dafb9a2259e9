// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot.site;

import io.wayside.core.data.Json;

/**
 * One thing wrong in a site document.
 *
 * @param place where it is written
 * @param path the names that lead there, joined by dots; empty for the document itself
 * @param what what is wrong
 * @param remedy what to do
 */
public record SiteError(Json.Place place, String path, String what, String remedy) {

  /** One line, such as {@code site.json:12:19: devices.scale-1.link: … — …}. */
  public String line(String file) {
    String where = path.isEmpty() ? "" : path + ": ";
    return "%s:%d:%d: %s%s \u2014 %s"
        .formatted(file, place.line(), place.column(), where, what, remedy);
  }
}
