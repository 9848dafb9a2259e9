// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.recording;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.device.SampleBlock;
import java.util.Locale;

/**
 * Writes a recording as CSV for people and their tools. Lines that begin with {@code #} carry what
 * the columns cannot: the head, and before each block a {@code #!} line with its true times.
 */
public final class CsvEncoder {

  static final String BLOCK_MARK = "#!";

  private final RecordingHead head;

  public CsvEncoder(RecordingHead head) {
    this.head = head;
  }

  /** Head lines and column line. */
  public String head() {
    StringBuilder out = new StringBuilder();
    Json.writeIndented(head.toValue())
        .lines()
        .forEach(line -> out.append("# ").append(line).append('\n'));
    out.append("t_s");
    for (RecordedChannel channel : head.channels()) {
      out.append(',').append(quoted(channel.name() + " [" + channel.unit() + "]"));
    }
    return out.append('\n').toString();
  }

  /**
   * The rows of one block.
   *
   * @throws IllegalArgumentException when the block does not fit the head
   */
  public String block(SampleBlock block) {
    Shape.require(head, block);
    StringBuilder out = new StringBuilder(64 * block.length());
    Value.Fields times =
        Value.Fields.with("firstMonotonicNanos", block.firstMonotonicNanos())
            .and("intervalNanos", block.intervalNanos())
            .and("sequence", block.sequence())
            .and("flags", block.flags().toValue())
            .build();
    out.append(BLOCK_MARK).append(' ').append(Json.write(times)).append('\n');
    double firstS = (block.firstMonotonicNanos() - head.startMonotonicNanos()) / 1e9;
    for (int i = 0; i < block.length(); i++) {
      double atS = firstS + i * block.intervalNanos() / 1e9;
      out.append(String.format(Locale.ROOT, "%.9f", atS));
      for (double[] channel : block.samples()) {
        out.append(',');
        if (!Double.isNaN(channel[i])) {
          out.append(channel[i]);
        }
      }
      out.append('\n');
    }
    return out.toString();
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == ';' || c == '#');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
