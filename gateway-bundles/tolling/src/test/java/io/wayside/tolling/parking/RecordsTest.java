// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parking;

import static io.wayside.tolling.parking.SessionStoreTest.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.wayside.core.data.Cbor;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.Provenance;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.tolling.tariff.Amount;
import io.wayside.tolling.tariff.Moment;
import io.wayside.tolling.tariff.Stay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is written fits its schema, and the store can be made again from it. */
class RecordsTest {

  private static final Stamp AT = new Stamp(NOON, ClockQuality.synchronisedBy("ntp"), "boot-1", 5);
  private static final Provenance BY = new Provenance("0.1.0", "0123456789abcdef", "none");
  private static final SessionId ID = new SessionId("in-1", 7);

  private final ParkingRecords records = new ParkingRecords("in-1");

  private static List<Fact> facts() {
    Key tag = new Key(Key.Kind.TAG, "e2001");
    return List.of(
        new Fact.Entered(ID, new Entry(NOON, Duration.ofMillis(1_500), "car", "p1"), tag),
        new Fact.Known(ID, new Key(Key.Kind.PLATE, "ab12")),
        new Fact.Known(ID, new Key(Key.Kind.TICKET, "1001")),
        new Fact.PaidFor(ID, new Paid("pay-1", NOON.plusNanos(5), 35_000, "cash")),
        new Fact.Ended(ID, new Ending(NOON, Ending.How.LEFT, "out-1/12")),
        new Fact.Ended(ID, new Ending(NOON, Ending.How.BACKED_OUT, "in-1/13")),
        new Fact.Ended(ID, new Ending(NOON, Ending.How.NO_EXIT, "in-1/14")),
        new Fact.Ended(ID, new Ending(NOON, Ending.How.ATTENDANT, "desk/15")),
        new Fact.Ended(ID, new Ending(NOON, Ending.How.EXPIRED, "in-1/16")));
  }

  private static Amount amount() {
    return DesksTest.shipped()
        .amount(Stay.of(Moment.sure(NOON), Moment.sure(NOON.plusSeconds(7_260)), "car"));
  }

  private static Set<ValidationMessage> faults(Draft draft) throws Exception {
    String name = draft.kind().name() + "-" + draft.kind().version() + ".schema.json";
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(Files.readString(Path.of("../../config/schema/records", name)))
        .validate(new ObjectMapper().readTree(Json.write(draft.body())));
  }

  private Draft counted(Optional<ParkingRecords.Correction> correction) {
    OpeningWatch watch = new OpeningWatch();
    watch.raised(false);
    watch.passed();
    watch.passed();
    Place place = new Place("p1", "car");
    return records.count(place, new Tally(9, 5, 3, -1), 12, correction, watch, AT, BY);
  }

  @Test
  void everyFactIsReadBackAsItWasWritten() throws Exception {
    for (Fact fact : facts()) {
      Draft draft = records.draft(fact, Optional.empty(), AT, BY);
      Value body = Cbor.decode(Cbor.encode(draft.body()));
      assertThat(RecordReader.fact(draft.kind(), (Value.Fields) body)).isEqualTo(fact);
      assertThat(draft.importance()).isEqualTo(Importance.MONEY);
      assertThat(draft.stream()).isEqualTo("parking.in-1");
    }
  }

  @Test
  void aCountIsReadBackAsItWasWritten() throws Exception {
    Map.Entry<Occupancy.Counter, Tally> read = RecordReader.count(counted(Optional.empty()).body());
    assertThat(read.getKey()).isEqualTo(new Occupancy.Counter("in-1", new Place("p1", "car")));
    assertThat(read.getValue()).isEqualTo(new Tally(9, 5, 3, -1));
  }

  @Test
  void theStoreIsMadeAgainFromTheJournal() throws Exception {
    SessionStore store = new SessionStore(10);
    SessionStore again = new SessionStore(10);
    for (Fact fact : facts()) {
      store.take(fact);
      Draft draft = records.draft(fact, Optional.of(amount()), AT, BY);
      again.take(RecordReader.fact(draft.kind(), draft.body()));
    }
    assertThat(again.state()).isEqualTo(store.state());
  }

  @Test
  void everyRecordFitsItsSchema() throws Exception {
    List<Draft> drafts = new ArrayList<>();
    for (Fact fact : facts()) {
      drafts.add(records.draft(fact, Optional.of(amount()), AT, BY));
      drafts.add(records.draft(fact, Optional.empty(), AT, BY));
    }
    drafts.add(counted(Optional.empty()));
    drafts.add(counted(Optional.of(new ParkingRecords.Correction("lan", 3, "walked through"))));
    for (Draft draft : drafts) {
      assertThat(faults(draft)).as(draft.kind().toString()).isEmpty();
    }
  }

  @Test
  void aSchemaSeesWhatIsMissingOrWrong() throws Exception {
    for (Fact fact : facts()) {
      Draft draft = records.draft(fact, Optional.empty(), AT, BY);
      for (String name : draft.body().values().keySet()) {
        Map<String, Value> fields = new TreeMap<>(draft.body().values());
        fields.put(name, new Value.Truth(true));
        Draft wrong =
            new Draft(
                draft.stream(), draft.kind(), Importance.MONEY, AT, BY, new Value.Fields(fields));
        assertThat(faults(wrong)).as(name).isNotEmpty();
      }
    }
  }

  @Test
  void damagedBodiesAreRefusedAndNothingElseEscapes() {
    Random random = new Random(11);
    List<Value> odd =
        List.of(
            new Value.Truth(true),
            new Value.Whole(-1),
            new Value.Text(""),
            new Value.Text("in-1/0"),
            new Value.Text("entered"),
            new Value.Text("9999999999-01-01T00:00:00Z"),
            new Value.Many(List.of()),
            new Value.Fields(Map.of()),
            Value.ABSENT);
    int refused = 0;
    for (int i = 0; i < 5_000; i++) {
      List<Fact> facts = facts();
      Draft draft =
          records.draft(facts.get(random.nextInt(facts.size())), Optional.empty(), AT, BY);
      Map<String, Value> fields = new TreeMap<>(draft.body().values());
      List<String> names = List.copyOf(fields.keySet());
      fields.put(names.get(random.nextInt(names.size())), odd.get(random.nextInt(odd.size())));
      try {
        RecordReader.fact(draft.kind(), new Value.Fields(fields));
      } catch (GarbledData expected) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(2_000);
  }

  @Test
  void aSessionsNameIsReadOrRefusedInWords() {
    assertThat(SessionId.parse("in-1/7")).isEqualTo(ID);
    assertThatThrownBy(() -> SessionId.parse("7")).hasMessageContaining("origin");
    assertThatThrownBy(() -> SessionId.parse("in-1/x")).hasMessageContaining("in-1/x");
    assertThatThrownBy(() -> new Key(Key.Kind.PLATE, "51F 123")).hasMessageContaining("51F 123");
    assertThatThrownBy(() -> new Paid("p", NOON, 0, "cash")).hasMessageContaining("0");
  }
}
