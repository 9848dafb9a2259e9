// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.proof;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.counting.proof.ProofReport.PageEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The page's files: what it looks like, and what it shows. What it shows is a script, because a
 * browser lets no page read a file beside it.
 */
final class ProofPage {

  /** The file that a person opens. */
  static final String FIRST = "index.html";

  private static final List<String> FIXED =
      List.of(FIRST, "proof.css", "words.js", "marks.js", "result.js", "proof.js");

  private final String title;
  private final List<ProofLine> lines;
  private final List<PageEvent> events;

  /** What the pictures cover. */
  record Extent(double fromS, double untilS, int rows, int widthPx, int heightPx) {}

  ProofPage(String title, List<ProofLine> lines, List<PageEvent> events) {
    this.title = title;
    this.lines = lines;
    this.events = events;
  }

  void write(Growing report, Extent extent) throws IOException {
    for (String name : FIXED) {
      try (InputStream file = ProofPage.class.getResourceAsStream(name)) {
        if (file == null) {
          throw new IOException("the bundle lacks " + name + " of the report; install it anew");
        }
        report.file(name, file.readAllBytes());
      }
    }
    // U+2028 and U+2029 end a line of script, though not of JSON.
    String data =
        Json.write(data(extent)).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    report.file("data.js", ("const PROOF = " + data + ";\n").getBytes(StandardCharsets.UTF_8));
  }

  private Value data(Extent extent) {
    return new FieldsBuilder()
        .and("title", title)
        .and("fromS", extent.fromS())
        .and("untilS", extent.untilS())
        .and("rowS", Strip.SECONDS)
        .and("widthPx", extent.widthPx())
        .and("heightPx", extent.heightPx())
        .and("lines", IntStream.range(0, lines.size()).mapToObj(i -> line(i, extent)).toList())
        .and("events", events.stream().map(ProofPage::event).toList())
        .build();
  }

  private Value line(int number, Extent extent) {
    ProofLine line = lines.get(number);
    FieldsBuilder fields = new FieldsBuilder();
    line.way().ifPresent(way -> fields.and("way", way));
    return fields
        .and("id", line.id())
        .and("from", List.of(new Value.Real(line.fromX()), new Value.Real(line.fromY())))
        .and("to", List.of(new Value.Real(line.toX()), new Value.Real(line.toY())))
        .and(
            "strips",
            IntStream.range(0, extent.rows())
                .mapToObj(row -> new Value.Text(ProofReport.stripName(number, row)))
                .toList())
        .build();
  }

  private static Value event(PageEvent shown) {
    ProofEvent event = shown.event();
    FieldsBuilder fields =
        new FieldsBuilder()
            .and("line", event.line())
            .and("t", event.atS())
            .and("direction", event.direction())
            .and("class", event.vehicleClass())
            .and("confidence", event.confidence())
            .and("flags", event.flags().stream().map(Value.Text::new).toList());
    shown.picture().ifPresent(name -> fields.and("picture", name));
    if (event.along().isPresent()) {
      fields.and("along", event.along().getAsDouble());
    }
    return fields.build();
  }
}
