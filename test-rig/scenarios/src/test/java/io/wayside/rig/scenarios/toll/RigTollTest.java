// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.rig.simulators.toll.scenario.TollScenarios;
import io.wayside.tolling.lane.LaneAct;
import io.wayside.tolling.lane.LaneEvent;
import io.wayside.tolling.lane.LaneOutcome;
import io.wayside.tolling.lane.LaneState;
import io.wayside.tolling.lane.OpenGrant;
import io.wayside.tolling.lane.RecentCharge;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RigTollTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream progress = new ByteArrayOutputStream();

  @Test
  void aVehicleByItselfIsChargedRightly() throws GarbledData {
    assertThat(toll("--scenario", "single-pass", "--seeds", "5", "--network", "none", "--json"))
        .isZero();
    Value total = member(Json.read(text(out)).root(), "total");
    assertThat(member(total, "charged-right")).isEqualTo(new Value.Whole(5));
    assertThat(member(total, "vehicles")).isEqualTo(new Value.Whole(5));
    assertThat(member(total, "not-ended")).isEqualTo(new Value.Whole(0));
  }

  @Test
  void theSameSeedGivesTheSameTable() {
    String[] asked = {"--scenario", "power-cut", "--seed", "3", "--seeds", "2"};
    toll(asked);
    String first = text(out);
    out.reset();
    toll(asked);
    assertThat(text(out)).isEqualTo(first);
  }

  /** Where both lanes hear a tag alike, a charge to the wrong car is worse than none. */
  @Test
  void withTheNetworkNoTagHeardAlikeIsChargedWronglyAndWithoutItItIs() throws GarbledData {
    String[] asked = {
      "--scenario",
      "same-tag-both-lanes",
      "--seeds",
      "20",
      "--alone",
      "charge",
      "--json",
      "--network"
    };
    Value good = totalOf(asked, "good");
    assertThat(number(good, "wrong-tag")).isZero();
    assertThat(number(good, "charged-twice-at-the-station")).isZero();
    assertThat(number(good, "arbitrated")).isPositive();
    assertThat(number(good, "unarbitrated")).isZero();
    Value poor = totalOf(asked, "poor");
    assertThat(number(poor, "wrong-tag")).isZero();
    Value down = totalOf(asked, "down");
    assertThat(number(down, "wrong-tag")).isPositive();
    assertThat(number(down, "arbitrated")).isZero();
    assertThat(number(down, "unarbitrated")).isPositive();
  }

  @Test
  void whatBothLanesChargeAsIslandsIsNoticedOnceTheyReachEachOther() throws GarbledData {
    Value total =
        totalOf(
            new String[] {
              "--scenario",
              "station-network-down",
              "--seeds",
              "6",
              "--alone",
              "charge",
              "--json",
              "--network"
            },
            "good");
    assertThat(number(total, "charged-twice-at-the-station")).isPositive();
    assertThat(number(total, "conflicts-noticed-afterwards"))
        .as("by both lanes, when the network is back after 100 s")
        .isEqualTo(2 * number(total, "charged-twice-at-the-station"));
    Value returns =
        totalOf(
            new String[] {
              "--scenario",
              "station-network-returns",
              "--seeds",
              "10",
              "--alone",
              "charge",
              "--json",
              "--network"
            },
            "good");
    assertThat(number(returns, "conflicts-noticed-afterwards"))
        .isGreaterThanOrEqualTo(number(returns, "charged-twice-at-the-station"));
    assertThat(number(returns, "claim-conflicts")).isPositive();
  }

  private Value totalOf(String[] asked, String network) throws GarbledData {
    out.reset();
    String[] all = java.util.Arrays.copyOf(asked, asked.length + 1);
    all[asked.length] = network;
    toll(all);
    return member(Json.read(text(out)).root(), "total");
  }

  private static long number(Value fields, String name) {
    return ((Value.Whole) member(fields, name)).value();
  }

  @Test
  void anUnknownNetworkIsNamed() {
    assertThat(toll("--scenario", "single-pass", "--network", "wet")).isEqualTo(2);
    assertThat(text(progress)).contains("'wet'", "failing");
  }

  @Test
  void aLaneThatChargesTwiceDoesNotPass() {
    UnderTest.Maker doubling =
        altered(
            acts -> {
              List<LaneAct> twice = new ArrayList<>(acts);
              acts.stream().filter(RigTollTest::passage).forEach(twice::add);
              return twice;
            });
    assertThat(toll(doubling, "--scenario", "single-pass", "--network", "none")).isEqualTo(1);
    assertThat(text(out)).contains("twice!");
  }

  @Test
  void aLaneThatForgetsPassagesDoesNotPass() {
    UnderTest.Maker forgetful =
        altered(acts -> acts.stream().filter(act -> !passage(act)).toList());
    assertThat(toll(forgetful, "--scenario", "single-pass")).isEqualTo(1);
    assertThat(text(out)).contains("missed-silent");
    assertThat(text(out))
        .as("each of them, and of which group")
        .containsPattern("\\d+ +0 +0 +\\d+ +decidable: the evidence was there")
        .contains("single-pass seed 1 vehicle 1: no record");
  }

  @Test
  void aLaneThatNeverOpensEndsToo() {
    UnderTest.Maker shut =
        altered(acts -> acts.stream().filter(a -> !(a instanceof LaneAct.Barrier)).toList());
    toll(shut, "--scenario", "single-pass");
    assertThat(text(out)).contains("total").doesNotContain("did not end");
  }

  @Test
  void anUnknownNameListsThoseThereAre() {
    assertThat(toll("--scenario", "single-pas")).isEqualTo(2);
    assertThat(text(progress)).contains("single-pas ").contains(TollScenarios.names().get(20));
  }

  @Test
  void wrongUsageIsNamed() {
    assertThat(toll()).isEqualTo(2);
    assertThat(toll("--scenario", "single-pass", "--seed", "x")).isEqualTo(2);
    assertThat(toll("--scenario")).isEqualTo(2);
    assertThat(toll("--scenario", "all", "--trace", "1")).isEqualTo(2);
    assertThat(toll("--sed", "1")).isEqualTo(2);
    assertThat(text(progress)).contains("--scenario is missing", "'x'", "'--sed'");
  }

  @Test
  void helpNamesEveryScenario() {
    assertThat(toll("--help")).isZero();
    assertThat(text(out)).contains(TollScenarios.names());
  }

  /** Each of them says "not as played" when its disk, list or office did not do what it should. */
  @Test
  void whatIsAboutDisksListsAndUploadsIsPlayedWithRealOnes() {
    for (String name : List.of("disk-full", "list-gap", "duplicate-upload", "three-day-outage")) {
      assertThat(toll("--scenario", name, "--seed", "31", "--seeds", "3"))
          .as(() -> text(out))
          .isZero();
    }
  }

  @Test
  void aTraceShowsEventsAndActs() {
    toll("--scenario", "single-pass", "--trace", "1");
    assertThat(text(out)).contains("> ARMING occupied", "< Barrier[request=RAISE]", "heard ");
  }

  private static boolean passage(LaneAct act) {
    return act instanceof LaneAct.Write write && write.outcome() instanceof LaneOutcome.Passage;
  }

  /** The gateway's lane with its acts changed on the way. */
  private static UnderTest.Maker altered(UnaryOperator<List<LaneAct>> change) {
    return (judge, neighbours, first) -> {
      UnderTest lane = UnderTest.gateway(judge, neighbours, first);
      return new UnderTest() {
        @Override
        public List<LaneAct> resume(List<OpenGrant> open, List<RecentCharge> recent, long nanos) {
          return change.apply(lane.resume(open, recent, nanos));
        }

        @Override
        public List<LaneAct> on(LaneEvent event) {
          return change.apply(lane.on(event));
        }

        @Override
        public OptionalLong nextTick() {
          return lane.nextTick();
        }

        @Override
        public LaneState state() {
          return lane.state();
        }
      };
    };
  }

  @Test
  void aLaneThatIsAloneAndAsksAPersonChargesNobodyForAnother() {
    assertThat(
            toll(
                "--scenario",
                "station-network-down",
                "--seed",
                "3001",
                "--seeds",
                "12",
                "--alone",
                "charge"))
        .isEqualTo(1);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("alone charge", "wrong-tag");
    out.reset();
    assertThat(
            toll(
                "--scenario",
                "station-network-down",
                "--seed",
                "3001",
                "--seeds",
                "12",
                "--alone",
                "review"))
        .isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("alone review");
    assertThat(toll("--scenario", "single-pass", "--alone", "guess")).isEqualTo(2);
  }

  @Test
  void aLaneThatHoldsBackChargesNobodyForAnotherAndTheRestLater() throws GarbledData {
    String[] asked = {
      "--scenario", "station-network-down", "--seed", "3001", "--seeds", "12", "--json", "--network"
    };
    Value total = totalOf(asked, "good");
    assertThat(number(total, "wrong-tag")).isZero();
    assertThat(number(total, "twice")).isZero();
    assertThat(number(total, "charged-late")).isGreaterThanOrEqualTo(12);
    assertThat(number(total, "held-back")).isGreaterThan(number(total, "charged-late"));
    assertThat(number(totalOf(asked, "down"), "charged-late")).as("nobody answers").isZero();
  }

  /** Back after a second, with the granted car before the arm and on neither loop. */
  @Test
  void whoStandsBetweenTheLoopsWhenThePowerIsBackIsNoViolation() throws GarbledData {
    for (String seed : List.of("31001", "9026")) {
      Value total =
          totalOf(
              new String[] {"--scenario", "power-cut", "--seed", seed, "--json", "--network"},
              "good");
      assertThat(number(total, "charged-right")).isEqualTo(number(total, "vehicles"));
      assertThat(number(total, "violations")).isZero();
    }
  }

  /** Each was missed once: ties, one who came twice, tags that are heard seldom. */
  @Test
  void whatCanBeDecidedIsCharged() throws GarbledData {
    for (List<String> scene :
        List.of(
            List.of("same-tag-both-lanes", "71089"),
            List.of("same-tag-both-lanes", "71004"),
            List.of("stop-and-go", "71016"),
            List.of("stop-and-go", "71028"),
            List.of("tailgate", "71016"),
            List.of("nose-to-tail", "71039"))) {
      String[] asked = {"--scenario", scene.get(0), "--seed", scene.get(1), "--json", "--network"};
      Value total = totalOf(asked, "good");
      assertThat(number(total, "missed-decidable")).as(scene.toString()).isZero();
      assertThat(number(total, "missed-faint")).as(scene.toString()).isZero();
      assertThat(number(total, "wrong-tag")).as(scene.toString()).isZero();
    }
  }

  @Test
  void aLaneIsNotTurnedRoundUnderACar() {
    assertThat(toll("--scenario", "direction-switch", "--seed", "2214")).isZero();
  }

  private int toll(String... arguments) {
    return RigToll.run(List.of(arguments), UnderTest::gateway, print(out), print(progress));
  }

  private int toll(UnderTest.Maker maker, String... arguments) {
    return RigToll.run(List.of(arguments), alone -> maker, print(out), print(progress));
  }

  private static PrintStream print(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream from) {
    return from.toString(StandardCharsets.UTF_8);
  }

  private static Value member(Value fields, String name) {
    return ((Value.Fields) fields).get(name);
  }
}
