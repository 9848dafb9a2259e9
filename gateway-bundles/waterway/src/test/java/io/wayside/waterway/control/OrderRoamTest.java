// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.command.Command;
import io.wayside.core.command.CommandResult;
import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.water.Lantern.Fallback;
import io.wayside.waterway.rhythm.Seen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Orders, moods of the lantern, its light and restarts as chance has them, against what has to hold
 * whatever comes; what is on record is read by plain text, not by {@link Recall}.
 */
class OrderRoamTest {

  private static final List<String> FOLLOWING =
      List.of("accepted", "sent", "device-confirmed", "observed");

  @Test
  void everyAcceptedOrderHasOneOutcomeAndEveryLeaseAnEndWhateverComes() throws Exception {
    for (int seed = 0; seed < 60; seed++) {
      Random chance = new Random(seed);
      Bench bench = new Bench();
      bench.limits =
          Bench.limits(
              chance.nextBoolean() ? Fallback.HOLDS : Fallback.RETURNS_BY_ITSELF,
              chance.nextBoolean() ? Bench.NEVER : Duration.ofSeconds(90));
      bench.restarted().settle();
      List<String> accepted = roam(bench, chance);
      calm(bench);

      assertThat(bench.lantern.isOverridden()).as("seed %d", seed).isFalse();
      judge(bench.journal.records(), accepted, "seed " + seed);
    }
  }

  private static List<String> roam(Bench bench, Random chance) throws Exception {
    List<String> accepted = new ArrayList<>();
    for (int turn = 0; turn < 150; turn++) {
      switch (chance.nextInt(8)) {
        case 0, 1 -> order(bench, chance).ifPresent(accepted::add);
        case 2 -> bench.lantern.mood = any(TestLantern.Mood.class, chance);
        case 3 -> bench.shows(any(Seen.class, chance), any(Sight.Due.class, chance));
        case 4 -> bench.centreLost(chance.nextInt(4) == 0);
        case 5 -> restartNowAndThen(bench, chance);
        default -> bench.pass(1 + chance.nextInt(80));
      }
    }
    return accepted;
  }

  private static <E extends Enum<E>> E any(Class<E> words, Random chance) {
    List<E> all = List.copyOf(EnumSet.allOf(words));
    return all.get(chance.nextInt(all.size()));
  }

  private static void restartNowAndThen(Bench bench, Random chance) throws Exception {
    if (chance.nextInt(3) == 0) {
      bench.restarted();
    }
  }

  private static Optional<String> order(Bench bench, Random chance) throws Exception {
    Verb verb = any(Verb.class, chance);
    var body = Value.Fields.with("code", chance.nextBoolean() ? "11" : "12");
    body.and("fraction", chance.nextDouble());
    body.and("character", "Q R");
    if (verb.leased()) {
      body.and("leaseS", 1L + chance.nextInt(300));
    }
    Command command = bench.command(verb.word(), "nam", body.build());
    CommandResult result = bench.desk.order(command, verb);
    if (verb == Verb.CHANGE_CHARACTER && chance.nextBoolean()) {
      var unused =
          bench.desk.confirm(
              bench.command(
                  "confirm",
                  "lan",
                  Value.Fields.with("of", command.id()).and("character", "Q R").build()));
    }
    if (chance.nextBoolean()) {
      bench.settle();
    }
    return result instanceof CommandResult.Done ? Optional.of(command.id()) : Optional.empty();
  }

  /** Everything works again, the published character is what it was, and time goes by. */
  private static void calm(Bench bench) throws Exception {
    bench.lantern.mood = TestLantern.Mood.CONFIRMS;
    bench.sight = Sight.none();
    bench.centreLost(false);
    bench.pass(400);
    Command back =
        bench.command("change-character", "nam", Value.Fields.with("character", "Fl R 5s").build());
    bench.desk.order(back, Verb.CHANGE_CHARACTER);
    bench.desk.confirm(
        bench.command(
            "confirm",
            "lan",
            Value.Fields.with("of", back.id()).and("character", "Fl R 5s").build()));
    bench.pass(200);
  }

  private static void judge(List<JournalRecord> records, List<String> accepted, String seed) {
    Map<String, List<Map<String, Value>>> byId = new HashMap<>();
    for (JournalRecord record : records) {
      Map<String, Value> body = record.body().values();
      if (body.containsKey("verb")) {
        byId.computeIfAbsent(text(body, "id"), id -> new ArrayList<>()).add(body);
      }
    }
    assertThat(byId.keySet()).as(seed).containsAll(accepted);
    byId.forEach((id, steps) -> judge(steps, seed + " " + id));
  }

  private static void judge(List<Map<String, Value>> steps, String name) {
    List<String> words = steps.stream().map(step -> text(step, "step")).toList();
    List<Integer> outcomes = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      if (new Value.Truth(true).equals(steps.get(i).get("last"))) {
        outcomes.add(i);
      }
    }
    assertThat(outcomes).as("%s: outcomes of %s", name, words).hasSize(1);
    int outcome = outcomes.get(0);
    assertThat(words.get(0)).as(name).isEqualTo("accepted");
    for (int i = 1; i <= outcome; i++) {
      int before = FOLLOWING.indexOf(words.get(i - 1));
      int now = FOLLOWING.indexOf(words.get(i));
      assertThat(now < 0 || now >= before).as("%s: order of %s", name, words).isTrue();
    }
    boolean holds =
        FOLLOWING.contains(words.get(outcome))
            && List.of("shine", "dark", "rhythm", "intensity").contains(text(steps.get(0), "verb"));
    List<String> after = words.subList(outcome + 1, words.size());
    assertThat(after)
        .as("%s: %s", name, words)
        .isEqualTo(holds ? List.of("lease-ended") : List.of());
  }

  private static String text(Map<String, Value> body, String name) {
    return body.get(name) instanceof Value.Text text ? text.value() : "";
  }
}
