// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.recording.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.recording.Coding;
import io.wayside.core.recording.CsvOrigin;
import io.wayside.core.recording.RecordedChannel;
import io.wayside.core.recording.RecordingEncoder;
import io.wayside.core.recording.RecordingHead;
import io.wayside.driver.recording.Tapes;
import io.wayside.driver.recording.play.RecordingReader.Item;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingReaderTest {

  @TempDir Path folder;

  private static List<Item> all(RecordingReader reader) throws IOException {
    List<Item> items = new ArrayList<>();
    for (Item item = reader.next(); item != null; item = reader.next()) {
      items.add(item);
    }
    return items;
  }

  private static RecordingReader open(Path file) throws IOException {
    return RecordingReader.open(file, CsvOrigin.named("x"));
  }

  @Test
  void theHeadIsThereBeforeTheFirstBlockWasAskedFor() throws IOException {
    try (RecordingReader reader = open(Tapes.binary(folder.resolve("a.wsr"), 2_000))) {
      assertThat(reader.head()).isEqualTo(Tapes.head());
      assertThat(all(reader)).hasSize(2_000).noneMatch(Item::anew);
      assertThat(reader.damages()).isZero();
      assertThat(reader.next()).isNull();
    }
  }

  @Test
  void theNameSaysWhichFormItIs() throws IOException {
    Path csv = Tapes.csv(folder.resolve("a.csv"), 3);
    try (RecordingReader reader = open(csv)) {
      assertThat(all(reader)).hasSize(3);
    }
    Path misnamed = Files.move(csv, folder.resolve("a.wsr"));
    try (RecordingReader reader = open(misnamed)) {
      assertThat(reader.head()).isNull();
      assertThat(reader.damages()).isPositive();
    }
  }

  @Test
  void aRecordingOfOtherChannelsBehindTheFirstIsLeftOut() throws IOException {
    RecordingHead first = Tapes.head();
    RecordingHead other =
        new RecordingHead(
            "adc-9",
            first.startedAt(),
            0,
            1_000,
            List.of(
                new RecordedChannel("a", "mV", Coding.FLOAT64, 1, 0),
                new RecordedChannel("c", "N", Coding.FLOAT64, 1, 0)),
            first.instrument(),
            first.notes(),
            first.truth());
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (RecordingHead head : List.of(first, other)) {
      RecordingEncoder encoder = new RecordingEncoder(head);
      joined.writeBytes(encoder.head());
      joined.writeBytes(encoder.block(Tapes.block(1)));
    }
    Path file = Tapes.write(folder.resolve("a.wsr"), joined.toByteArray());

    try (RecordingReader reader = open(file)) {
      assertThat(all(reader)).hasSize(1);
      assertThat(reader.otherChannels()).isTrue();
    }
  }

  @Test
  void anyMutationIsReadOrReported() throws IOException {
    byte[] bytes = Files.readAllBytes(Tapes.binary(folder.resolve("a.wsr"), 20));
    Random random = new Random(3);
    int read = 0;
    for (int round = 0; round < 300; round++) {
      byte[] mutated = bytes.clone();
      mutated[random.nextInt(mutated.length)] ^= (byte) (1 << random.nextInt(8));
      try (RecordingReader reader = open(Tapes.write(folder.resolve("b.wsr"), mutated))) {
        read += all(reader).size();
        assertThat(reader.damages()).isPositive();
        assertThat(reader.damage()).isNotNull();
      }
    }
    assertThat(read).isBetween(3_000, 300 * 19);
  }
}
