// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.wayside.core.data.Json;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import io.wayside.core.device.CardWord.Counted;
import io.wayside.core.device.CardWord.Heard;
import io.wayside.core.device.CardWord.LoopFault;
import io.wayside.core.device.CardWord.LoopFault.Kind;
import io.wayside.core.device.CardWord.Vehicle;
import io.wayside.core.device.Interruption;
import io.wayside.core.journal.Backlog;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Provenance;
import io.wayside.core.vehicle.ClassScheme;
import io.wayside.counting.card.CardClasses;
import io.wayside.counting.card.CardLane;
import io.wayside.counting.interval.Span;
import io.wayside.counting.record.CardRecords;
import io.wayside.counting.scheme.Classifier;
import io.wayside.counting.scheme.PcuRule;
import io.wayside.counting.scheme.PcuTable.Terrain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A counter from a card's words to records; the records are those the schemas describe. */
class CardStationTest {

  private static final long S = 1_000_000_000L;
  private static final Path CONFIG = Path.of("../../config");

  private final SteppedTime time = new SteppedTime();
  private final KeptJournal journal = new KeptJournal();
  private final Backlog backlog = new Backlog(journal, 100, complaint -> {});
  private CardStation station;
  private long start;

  @BeforeEach
  void station() throws Exception {
    start = time.monotonicNanos();
    station = station(true);
  }

  private CardStation station(boolean passages) throws Exception {
    Path scheme = CONFIG.resolve("classes/light-heavy.json");
    return new CardStation(
        2,
        new CardLane(
            List.of(Span.M1),
            ZoneOffset.UTC,
            new CardClasses(
                Set.of("heavy"),
                PcuRule.none("light-heavy"),
                new Classifier(
                    Optional.of(
                        ClassScheme.from(Node.read(scheme.toString(), Files.readString(scheme)))),
                    Optional.empty(),
                    Optional.empty(),
                    Terrain.FLAT)),
            start,
            time.now().wall()),
        new CardRecords("lane-1", 2, "light-heavy", time),
        backlog,
        () -> new Provenance("0.1.0", "0123456789abcdef", "none"),
        time,
        passages);
  }

  private long at(long seconds) {
    return start + seconds * S;
  }

  private static Vehicle vehicle(long nanos, double lengthM, String code) {
    return new Vehicle(
        2, nanos, OptionalDouble.of(12), OptionalDouble.of(lengthM), Optional.of(code));
  }

  private void traffic() {
    station.word(new Heard(2, at(0)));
    station.word(new Heard(1, at(1)));
    station.word(vehicle(at(2), 15, "heavy"));
    station.word(vehicle(at(3), 4, "no class of the scheme"));
    station.word(new Counted(2, at(3), at(5), 6));
    station.word(new Counted(1, at(3), at(5), 60));
    station.interrupted(new Interruption(at(5), Interruption.Cause.SILENT, "card-1: gone"));
    station.word(new Counted(2, at(5), at(20), 4));
    station.word(new LoopFault(2, at(20), Kind.SHORTED_LOOP, true));
    station.word(new Heard(2, at(20)));
    station.word(new LoopFault(2, at(30), Kind.SHORTED_LOOP, false));
    station.word(new Heard(2, at(130)));
  }

  @Test
  void recordsAreAsTheirSchemasSay() throws Exception {
    traffic();
    for (String kind : List.of("count-passage", "count-interval", "count-fault")) {
      List<Draft> drafts = journal.kept(kind);
      assertThat(drafts).as(kind).isNotEmpty();
      String schema = Files.readString(CONFIG.resolve("schema/records/" + kind + "-1.schema.json"));
      for (Draft draft : drafts) {
        assertThat(
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(schema)
                    .validate(Json.write(draft.body()), InputFormat.JSON))
            .as(Json.write(draft.body()))
            .isEmpty();
      }
    }
  }

  @Test
  void passagesSayWhatOfThemIsNotTold() {
    traffic();
    List<Draft> passages = journal.kept("count-passage");

    assertThat(passages).hasSize(4);
    assertThat(words(passages, "class")).containsExactly("heavy", "light", "unknown", "unknown");
    assertThat(words(passages, "classBy")).containsExactly("card", "length", "nothing", "nothing");
    assertThat(passages.get(2).body().get("vehicles")).isEqualTo(new Value.Whole(6));
    assertThat(passages.get(2).body().get("late")).isEqualTo(new Value.Truth(false));
    assertThat(passages.get(3).body().get("late")).isEqualTo(new Value.Truth(true));
    assertThat(Json.write(passages.get(3).body())).contains("times-not-told");
    assertThat(Json.write(passages.get(0).body())).doesNotContain("times-not-told");
  }

  private static List<String> words(List<Draft> drafts, String member) {
    return drafts.stream().map(draft -> ((Value.Text) draft.body().get(member)).value()).toList();
  }

  @Test
  void withoutPassagesThereAreIntervalsAndFaultsAlone() throws Exception {
    station = station(false);
    traffic();

    assertThat(journal.kept("count-passage")).isEmpty();
    assertThat(journal.kept("count-interval")).isNotEmpty();
    assertThat(journal.kept("count-fault")).hasSize(2);
  }

  @Test
  void healthSaysWhatIsWrongWithTheCard() {
    assertThat(station.health().code()).isEqualTo("no-signal");
    station.word(new Heard(2, at(1)));
    assertThat(station.health().code()).isEqualTo("ok");
    station.word(new LoopFault(2, at(1), Kind.OPEN_LOOP, true));
    assertThat(station.health().code()).isEqualTo("loop-fault");
    assertThat(station.health().message()).contains("channel 2", "OPEN_LOOP");
    station.interrupted(new Interruption(at(2), Interruption.Cause.SILENT, "card-1: gone"));
    assertThat(station.health().code()).isEqualTo("no-signal");
    assertThat(station.health().message()).contains("card-1: gone");
  }

  @Test
  void whatIsOpenIsRecordedAtTheEnd() {
    station.word(new Heard(2, at(0)));
    station.tick(at(1));
    station.word(vehicle(at(1), 4, "heavy"));
    station.word(new Heard(2, at(2)));
    time.set(3 * S);
    station.stop();

    assertThat(journal.kept("count-interval")).hasSize(1);
  }
}
