// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.command.Actor;
import io.wayside.core.command.Command;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.CommandResult.Done;
import io.wayside.core.command.CommandResult.Refused;
import io.wayside.core.data.Value;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.health.Health.Status;
import io.wayside.core.recording.Damage;
import io.wayside.core.recording.RecordingDecoder;
import io.wayside.core.recording.RecordingHead;
import io.wayside.core.recording.RecordingSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a replay says is written down again, and is what was played. */
class RecorderTest {

  @TempDir Path root;
  private final SimulatedTime time = new SimulatedTime();
  private Path folder;
  private Replay source;
  private Recorder recorder;

  @BeforeEach
  void prepare() {
    folder = root.resolve("out");
  }

  @AfterEach
  void stop() {
    if (recorder != null) {
      recorder.stop();
    }
    source.stop();
  }

  private void record(int blocks, Map<String, Object> more) {
    Path tape = Tapes.binary(root.resolve("tape.wsr"), blocks);
    source =
        new Replay(
            Tapes.config(ReplayConfig.class, Map.of("device_id", "adc/1", "file", tape.toString())),
            time);
    Map<String, Object> values = new HashMap<>(more);
    values.put("device_id", "tap-1");
    values.put("folder", folder.toString());
    values.put("keepFreeBytes", 0L);
    values.put("queueBlocks", 4_096); // simulated time runs faster than disks
    recorder = new Recorder(Tapes.config(RecorderConfig.class, values), source, time);
  }

  private void pass(int blocks) {
    Tapes.until("it plays", () -> source.health().status() != Status.STARTING);
    time.pass(blocks * Tapes.BLOCK_NANOS);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(f -> f.toString().endsWith(".wsr")).sorted().toList();
    }
  }

  private static final class Read implements RecordingSink {
    final List<RecordingHead> heads = new ArrayList<>();
    final List<SampleBlock> blocks = new ArrayList<>();

    @Override
    public void head(RecordingHead head) {
      heads.add(head);
    }

    @Override
    public void block(SampleBlock block) {
      blocks.add(block);
    }

    @Override
    public void damaged(Damage damage) {
      throw new AssertionError(damage);
    }
  }

  private static Read read(List<Path> files) throws IOException {
    Read read = new Read();
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      RecordingDecoder decoder = new RecordingDecoder();
      decoder.accept(bytes, 0, bytes.length, read);
      decoder.finish(read);
    }
    return read;
  }

  private CommandResult command(String verb, Value.Fields arguments) {
    return recorder.handle(
        new Command(
            "c1",
            "device.tap-1",
            verb,
            arguments,
            new Actor("an", "test", Set.of()),
            "",
            Instant.MAX));
  }

  @Test
  void whatIsPlayedIsWrittenWithTheInstrumentInTheHead() throws IOException {
    Path instrument = Files.writeString(root.resolve("lane.json"), "{\"instrument\": \"km12\"}");
    record(100, Map.of("instrumentFile", instrument.toString()));
    pass(100);
    Tapes.until("played", () -> source.health().code().equals("ended"));
    recorder.stop();

    Read read = read(files());
    assertThat(read.heads).hasSize(1);
    assertThat(read.heads.get(0).deviceId()).isEqualTo("adc/1");
    assertThat(read.heads.get(0).offered()).isEqualTo(source.channels());
    assertThat(read.heads.get(0).instrument())
        .isEqualTo(Value.Fields.with("instrument", "km12").build());
    assertThat(read.blocks).hasSize(100);
    for (int i = 0; i < 100; i++) {
      assertThat(read.blocks.get(i).samples()).isDeepEqualTo(Tapes.block(i + 1).samples());
      assertThat(read.blocks.get(i).sequence()).isEqualTo(10L * i);
    }
    assertThat(files().get(0).getFileName().toString())
        .isEqualTo("adc_1-00000001-19700101T000000Z.wsr");
  }

  @Test
  void filesEndByDurationAndNothingIsLostBetweenThem() throws IOException {
    record(350, Map.of("fileDurationS", 1));
    pass(350);
    Tapes.until("played", () -> source.health().code().equals("ended"));
    recorder.stop();

    assertThat(files()).hasSize(4);
    List<SampleBlock> blocks = read(files()).blocks;
    assertThat(blocks).hasSize(350);
    assertThat(blocks.get(349).sequence()).isEqualTo(3_490);
  }

  @Test
  void theOldestFilesOfItsOwnMakeRoomAndNoOthers() throws IOException {
    Files.createDirectories(folder);
    Path others =
        Files.write(folder.resolve("other-00000001-20260731T080000Z.wsr"), new byte[9_999]);
    Path note = Files.writeString(folder.resolve("adc_1-notes.wsr"), "mine");
    record(2_000, Map.of("fileBytes", 65_536L, "totalBytes", 262_144L));
    pass(2_000);
    Tapes.until("played", () -> source.health().code().equals("ended"));
    recorder.stop();

    assertThat(others).exists();
    assertThat(note).exists();
    List<Path> own =
        files().stream()
            .filter(file -> file.getFileName().toString().startsWith("adc_1-0"))
            .toList();
    long bytes = own.stream().mapToLong(file -> file.toFile().length()).sum();
    assertThat(bytes).isBetween(100_000L, 262_144L);
    List<SampleBlock> kept = read(own).blocks;
    assertThat(kept.get(kept.size() - 1).sequence()).isEqualTo(19_990);
    assertThat(kept.get(0).sequence()).isPositive();
  }

  @Test
  void recordingIsStartedAndStoppedByCommandWithItsTruth() throws IOException {
    record(50, Map.of("recordFromStart", false));
    Value truth =
        Value.Fields.with("axlesKg", new Value.Many(List.of(new Value.Whole(6_000)))).build();

    assertThat(command("stop-recording", new Value.Fields(Map.of()))).isInstanceOf(Refused.class);
    assertThat(command("start-recording", Value.Fields.with("truth", truth).build()))
        .isInstanceOf(Done.class);
    assertThat(command("start-recording", new Value.Fields(Map.of()))).isInstanceOf(Refused.class);
    pass(50);
    Tapes.until("played", () -> source.health().code().equals("ended"));
    CommandResult ended = command("stop-recording", new Value.Fields(Map.of()));

    assertThat(((Done) ended).answer().get("written")).isEqualTo(new Value.Whole(50));
    assertThat(read(files()).heads.get(0).truth()).isEqualTo(truth);
    assertThat(command("erase", new Value.Fields(Map.of()))).isInstanceOf(Refused.class);
  }

  @Test
  void aFolderThatCannotBeWrittenShowsInHealthAndIsTriedAgain() throws IOException {
    Files.writeString(folder, "a file where the folder should be");
    record(100, Map.of());
    pass(10);
    Tapes.until("failed", () -> recorder.health().status() == Status.FAILED);
    assertThat(recorder.health().message()).contains("tap-1", folder.toString());

    Files.delete(folder);
    time.pass(6_000_000_000L);
    Tapes.until("played", () -> source.health().code().equals("ended"));
    recorder.stop();
    assertThat(source.health().code()).isEqualTo("ended");
  }

  @Test
  void anUnreadableInstrumentDocumentIsToldAndTheSignalKept() throws IOException {
    Path instrument = Files.writeString(root.resolve("lane.json"), "{");
    record(20, Map.of("instrumentFile", instrument.toString()));
    pass(20);
    Tapes.until("told", () -> recorder.health().code().equals("instrument-unreadable"));
    recorder.stop();

    assertThat(read(files()).blocks).isNotEmpty();
  }
}
