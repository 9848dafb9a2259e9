// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.session;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The reader's general purpose outputs that somebody drives. A reader keeps what it was told last,
 * also when nobody is connected: on every connection each output is written first of all.
 */
public final class Outputs {

  private static final class Line {
    boolean wanted;
    @Nullable Boolean told;
    @Nullable String refusal;
  }

  private final Settings settings;
  private final Dialogue dialogue;
  private final Notices notices;
  private final Map<Integer, Line> lines = new TreeMap<>();

  Outputs(Settings settings, Dialogue dialogue, Notices notices) {
    this.settings = settings;
    this.dialogue = dialogue;
    this.notices = notices;
  }

  /** What an output is to be from now on. */
  public void want(int port, boolean on) {
    Line line = lines.computeIfAbsent(port, unused -> new Line());
    if (line.wanted != on) {
      line.wanted = on;
      line.refusal = null;
    }
  }

  /** What the reader has confirmed last on this connection. */
  public Optional<Boolean> told(int port) {
    return Optional.ofNullable(lines.get(port)).flatMap(line -> Optional.ofNullable(line.told));
  }

  /** Why the reader did not do what was wanted last. */
  public Optional<String> refusal(int port) {
    return Optional.ofNullable(lines.get(port)).flatMap(line -> Optional.ofNullable(line.refusal));
  }

  void begin() {
    for (Line line : lines.values()) {
      line.told = null;
      line.refusal = null;
    }
  }

  /** Brings the reader to what is wanted, one output at a time. */
  void pursue() {
    if (dialogue.isWaiting()) {
      return;
    }
    for (Map.Entry<Integer, Line> each : lines.entrySet()) {
      Line line = each.getValue();
      if (line.refusal == null && (line.told == null || line.told != line.wanted)) {
        write(each.getKey(), line);
        return;
      }
    }
  }

  private void write(int port, Line line) {
    boolean on = line.wanted;
    dialogue.ask(
        Requests.output(port, on),
        answer -> line.told = on,
        status -> {
          String words =
              settings.place()
                  + ": did not switch output "
                  + port
                  + ": "
                  + status.words()
                  + "; check the number of the port";
          line.refusal = words;
          notices.tell("output-refused", words, dialogue.now());
        });
  }

  /** On the way out: sent without waiting for answers. */
  void lastWords() {
    lines.forEach((port, line) -> dialogue.tell(Requests.output(port, line.wanted)));
  }
}
