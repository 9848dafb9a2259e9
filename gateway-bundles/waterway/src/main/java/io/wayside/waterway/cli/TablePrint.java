// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.cli;

import io.wayside.core.data.Value;
import io.wayside.core.data.Value.Fields;
import io.wayside.core.data.Wording;
import io.wayside.waterway.light.LightCharacter;
import io.wayside.waterway.mark.LightRow;
import io.wayside.waterway.mark.LightTable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A table of prescribed lights, for people and for programs. */
final class TablePrint {

  private TablePrint() {}

  static String text(LightTable table) {
    StringBuilder text = new StringBuilder(both(table.title())).append("\n\n");
    for (LightRow row : table.rows()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-20s %-8s %-40s %s\n",
              row.code(),
              row.convention().name().replace('_', ' '),
              characters(row),
              both(row.title())));
      text.append(
          String.format(
              Locale.ROOT,
              "%-29s %s: %s\n",
              "",
              row.evidence().certainty().word(),
              row.evidence().source()));
    }
    text.append("\nNot in the table:\n");
    for (LightTable.Missing missing : table.missing()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-29s %s: %s\n",
              missing.codes(),
              both(missing.title()),
              missing.why()));
    }
    return text.toString();
  }

  private static String characters(LightRow row) {
    return row.characters().stream()
        .map(LightCharacter::toString)
        .collect(Collectors.joining(", "));
  }

  private static String both(Wording wording) {
    return wording.vi() + " / " + wording.en();
  }

  static Fields json(LightTable table) {
    List<Fields> rows =
        table.rows().stream()
            .map(
                row ->
                    Fields.with("code", row.code())
                        .and(
                            "convention",
                            row.convention().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .and("mark", row.mark().word())
                        .and("title", wording(row.title()))
                        .and(
                            "characters",
                            row.characters().stream()
                                .map(character -> new Value.Text(character.toString()))
                                .toList())
                        .and("source", row.evidence().source())
                        .and("certainty", row.evidence().certainty().word())
                        .build())
            .toList();
    List<Fields> missing =
        table.missing().stream()
            .map(
                one ->
                    Fields.with("codes", one.codes())
                        .and("title", wording(one.title()))
                        .and("why", one.why())
                        .build())
            .toList();
    return Fields.with("table", table.table()).and("rows", rows).and("missing", missing).build();
  }

  private static Fields wording(Wording wording) {
    return Fields.with("vi", wording.vi()).and("en", wording.en()).build();
  }
}
