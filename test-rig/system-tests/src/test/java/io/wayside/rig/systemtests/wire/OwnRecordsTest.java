// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.alarm.Alarm;
import io.wayside.core.data.Json;
import io.wayside.core.health.Health;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordId;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.journal.record.Chain;
import io.wayside.journal.record.RecordCodec;
import io.wayside.journal.record.RecordContent;
import io.wayside.journal.record.RecordEnvelope;
import io.wayside.rig.scenarios.wire.WireCheck;
import io.wayside.runtime.clock.WallClock;
import io.wayside.runtime.health.PartHealth;
import io.wayside.runtime.health.Parts;
import io.wayside.runtime.run.Memory;
import io.wayside.runtime.run.RunMarker;
import io.wayside.runtime.run.RunRecords;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The records of the gateway about itself, as its own code writes them, fit their schemas. */
class OwnRecordsTest {

  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final Instant WALL = Instant.parse("2026-11-21T05:00:00.25Z");
  private static final Stamp AT = new Stamp(WALL, ClockQuality.synchronisedBy("ntp"), "boot-1", 5);
  private static final Provenance BY = new Provenance("0.1.0", "0123456789abcdef", "none");

  private static List<Draft> drafts() {
    Alarm alarm =
        new Alarm(
            "device.scale-1", "link-down", Alarm.Severity.MAJOR, Alarm.Change.CLEARED, "back");
    Parts parts = Parts.of(List.of(new PartHealth("journal", Health.ok(0))));
    return List.of(
        RunRecords.started(AT, BY, RunMarker.Reason.AFTER_CRASH, "17.0.15", "QL10"),
        RunRecords.stopping(AT, BY, "stop was asked for", Duration.ofHours(3)),
        RunRecords.stepped(AT, BY, new WallClock.Step(5, WALL, WALL.minusMillis(1500))),
        RunRecords.alarm(AT, BY, alarm),
        RunRecords.status(AT, BY, parts, new Memory(Optional.empty(), 1), Duration.ZERO, 0),
        RunRecords.status(AT, BY, parts, new Memory(Optional.of(9L), 1), Duration.ZERO, 2));
  }

  @Test
  void fitTheirSchemas() throws Exception {
    WireCheck check = WireCheck.in(ROOT);
    for (Draft draft : drafts()) {
      RecordContent content =
          new RecordContent(
              new RecordId("gw-1", draft.stream(), 1),
              draft.kind(),
              draft.importance(),
              draft.occurred(),
              draft.provenance(),
              draft.body(),
              List.of());
      byte[] hash = Chain.hash(Chain.origin(), RecordCodec.encode(content));
      String json =
          Json.write(
              RecordEnvelope.toValue(content.chained(Chain.hex(Chain.origin()), Chain.hex(hash))));
      assertThat(
              check.problems(
                  "way/v1/demo/gw-1/" + draft.kind().name() + "/" + draft.stream(),
                  json.getBytes(StandardCharsets.UTF_8)))
          .isEmpty();
    }
  }

  /** In whatever bundle it is written. */
  @Test
  void everyKindInTheCodeHasASchema() throws Exception {
    Pattern kind = Pattern.compile("new RecordKind\\(\\s*\"([a-z0-9.-]+)\",\\s*([0-9]+)\\)");
    List<Path> sources;
    try (Stream<Path> files = Files.walk(ROOT.resolve("gateway-bundles"))) {
      sources =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> file.toString().contains("/src/main/java/"))
              .toList();
    }
    int seen = 0;
    for (Path source : sources) {
      for (MatchResult found : kind.matcher(Files.readString(source)).results().toList()) {
        String schema = found.group(1) + "-" + found.group(2) + ".schema.json";
        assertThat(ROOT.resolve("config/schema/records").resolve(schema))
            .as("schema of the kind in %s", source)
            .exists();
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(4);
  }
}
