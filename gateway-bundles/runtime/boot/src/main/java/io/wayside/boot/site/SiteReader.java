// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot.site;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of a site document against a schema, whole, and finds all that is wrong. */
public final class SiteReader {

  /** How the JSON reader begins its message. */
  private static final Pattern PLACE =
      Pattern.compile("line (\\d+), column (\\d+): (.*)", Pattern.DOTALL);

  private final SiteSchema schema;

  public SiteReader(SiteSchema schema) {
    this.schema = schema;
  }

  public SiteReading read(String text) {
    Json.Document document;
    try {
      document = Json.read(text);
    } catch (GarbledData notJson) {
      return new SiteReading.Refused(List.of(syntax(String.valueOf(notJson.getMessage()))));
    }
    return new SiteValidator(schema, document).validate();
  }

  private static SiteError syntax(String message) {
    String remedy = "correct the JSON there; nothing after it has been looked at";
    Matcher place = PLACE.matcher(message);
    return place.matches()
        ? new SiteError(
            new Json.Place(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2))),
            "",
            place.group(3),
            remedy)
        : new SiteError(new Json.Place(1, 1), "", message, remedy);
  }
}
