// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.mark;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Wording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lights that rules prescribe, from a document people edit; what nobody could read is listed too.
 */
public record LightTable(String table, Wording title, List<LightRow> rows, List<Missing> missing) {

  /** Signs whose lights are in the rule, and not in this table. */
  public record Missing(String codes, Wording title, String why) {}

  public LightTable {
    rows = List.copyOf(rows);
    missing = List.copyOf(missing);
  }

  public static LightTable from(Node document) throws GarbledData {
    document.only("$schema", "table", "title", "notes", "rows", "missing");
    List<LightRow> rows = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (Node node : document.member("rows").elements()) {
      LightRow row = LightRow.from(node);
      if (!codes.add(row.convention() + " " + row.code())) {
        throw node.member("code").wrong("stands in the table a second time; join the rows");
      }
      rows.add(row);
    }
    List<Missing> missing = new ArrayList<>();
    for (Node node : document.member("missing").elements()) {
      node.only("codes", "title", "why");
      missing.add(
          new Missing(
              node.member("codes").text(),
              Wording.from(node.member("title")),
              node.member("why").text()));
    }
    return new LightTable(
        document.member("table").text(), Wording.from(document.member("title")), rows, missing);
  }
}
