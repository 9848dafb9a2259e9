// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.devices;

import io.wayside.rig.simulators.clock.RigClock;
import io.wayside.rig.simulators.llrp.LlrpReader;
import io.wayside.rig.simulators.llrp.SimulatedTag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Tags that lie before a reader and answer in turn, so many times a second. */
final class TagsInField {

  private static final Duration TICK = Duration.ofMillis(10);
  private static final int SECOND = 1000;

  /** Five tags at two antennas. */
  static final List<Placed> FIVE =
      List.of(
          placed("3416214b9400000000000001", 1, -48),
          placed("3416214b9400000000000002", 1, -55),
          placed("3416214b9400000000000003", 2, -52),
          placed("3416214b9500000000000004", 2, -60),
          placed("3416214b9500000000000005", 1, -67));

  /**
   * A tag and where it is heard.
   *
   * @param dbm how strongly
   */
  record Placed(SimulatedTag tag, int antenna, int dbm, int channel) {}

  private final List<Placed> tags;
  private final int perSecond;
  private final LlrpReader reader;
  private long owedThousandths;
  private int next;

  TagsInField(List<Placed> tags, int perSecond, LlrpReader reader) {
    this.tags = tags;
    this.perSecond = perSecond;
    this.reader = reader;
  }

  private static Placed placed(String epc, int antenna, int dbm) {
    return new Placed(SimulatedTag.of(epc), antenna, dbm, 1);
  }

  void start(RigClock clock) {
    clock.every(TICK, nanos -> answer());
  }

  private void answer() {
    owedThousandths += perSecond * TICK.toMillis();
    while (owedThousandths >= SECOND) {
      owedThousandths -= SECOND;
      Placed one = tags.get(next++ % tags.size());
      reader.tagInField(one.tag(), one.antenna(), one.dbm(), one.channel());
    }
  }

  /** The tags of a file. */
  static List<Placed> read(Path file) throws IOException, DeviceOptions.Wrong {
    List<Placed> tags = new ArrayList<>();
    int number = 0;
    for (String line : lines(file)) {
      number++;
      String text = line.replaceFirst("#.*", "").strip();
      if (!text.isEmpty()) {
        tags.add(parse(text, file + " line " + number));
      }
    }
    if (tags.isEmpty()) {
      throw new DeviceOptions.Wrong(file + " has no tag");
    }
    return tags;
  }

  private static List<String> lines(Path file) throws IOException, DeviceOptions.Wrong {
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      throw new DeviceOptions.Wrong("--tags: there is no file " + file);
    }
  }

  private static Placed parse(String text, String where) throws DeviceOptions.Wrong {
    if (!text.matches("([0-9a-fA-F]{2}){1,62}( +[1-4]( +-[0-9]{1,3}( +[1-9])?)?)?")) {
      throw new DeviceOptions.Wrong(
          where + ": \"" + text + "\" is not an EPC with antenna (1 to 4), dBm and channel");
    }
    String[] words = text.split(" +", -1);
    return new Placed(
        SimulatedTag.of(words[0]),
        words.length > 1 ? Integer.parseInt(words[1]) : 1,
        words.length > 2 ? Math.max(-128, Integer.parseInt(words[2])) : -55,
        words.length > 3 ? Integer.parseInt(words[3]) : 1);
  }
}
