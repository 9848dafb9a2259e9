// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.audit;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.passage.Fields;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files of a pack that are made of the records alone, by name. */
public final class AuditFiles {

  private AuditFiles() {}

  /** Their texts, in UTF-8 when written. */
  public static Map<String, String> of(Complaint complaint) {
    JournalRecord record = complaint.record();
    Fields body = new Fields(record.body());
    Map<String, String> files = new LinkedHashMap<>();
    files.put("page.html", AuditPage.of(complaint));
    files.put("timeline.svg", TimelineDrawing.of(record));
    files.put("body.json", Json.writeIndented(record.body()) + "\n");
    files.put("timeline.csv", csv(body, "timeline", "atS", "what"));
    files.put(
        "tags.csv",
        csv(
            body, "tags", "epc", "bits", "issuer", "tid", "chosen", "score", "firstS", "lastS",
            "replies", "peakDbm"));
    files.put("sightings.csv", sightings(body));
    files.put(
        "lists.csv",
        csv(body.member("decision"), "lists", "issuer", "list", "version", "asOf", "ageS"));
    return files;
  }

  private static String csv(Fields from, String list, String... columns) {
    StringBuilder csv = new StringBuilder(String.join(",", columns)).append('\n');
    for (Fields row : from.each(list)) {
      append(csv, row, columns);
      csv.append('\n');
    }
    return csv.toString();
  }

  private static String sightings(Fields body) {
    StringBuilder csv = new StringBuilder("epc,atS,antenna,dbm,count\n");
    for (Fields tag : body.each("tags")) {
      for (Fields sighting : tag.each("sightings")) {
        append(csv, tag, "epc");
        csv.append(',');
        append(csv, sighting, "atS", "antenna", "dbm", "count");
        csv.append('\n');
      }
    }
    return csv.toString();
  }

  private static void append(StringBuilder csv, Fields row, String... columns) {
    for (int i = 0; i < columns.length; i++) {
      csv.append(i == 0 ? "" : ",").append(cell(row.member(columns[i]).value()));
    }
  }

  /** Quoted where it must be (RFC 4180); a text that a spreadsheet would run gets an apostrophe. */
  private static String cell(Value value) {
    if (value instanceof Value.Absent) {
      return "";
    }
    if (!(value instanceof Value.Text text)) {
      return Json.write(value);
    }
    String plain = text.value();
    String safe =
        !plain.isEmpty() && "=+-@\t\r".indexOf(plain.charAt(0)) >= 0 ? "'" + plain : plain;
    boolean quote = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
