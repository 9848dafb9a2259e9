// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.lane.Travel;
import io.wayside.tolling.office.TagAnswer;
import io.wayside.tolling.passage.Fields;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lane at work that asks its office. */
class OfficeTalkTest {

  private static final long WITHIN = 300 * LaneBench.MS;

  @TempDir Path folder;
  private final HandOffice office = new HandOffice();

  private LaneBench begun(boolean asks) throws Exception {
    LaneBench bench = new LaneBench(folder);
    bench.office = Optional.of(new OfficeTalk(office, asks, WITHIN));
    return bench.start().pass(2_000);
  }

  private static Fields decision(LaneBench bench) {
    return bench.only("toll-passage").member("decision");
  }

  @Test
  void itsYesInTimeIsOnRecordAndNothingIsOwedWithoutItsWord() throws Exception {
    office.atOnce = Optional.of(new TagAnswer(true, "", Optional.empty()));
    LaneBench bench = begun(true);
    bench.arrives(KnownTags.ANNA).leaves().pass(1_000);
    assertThat(decision(bench).text("mode")).hasValue("online");
    assertThat(decision(bench).text("rule")).hasValue("office-granted");
    assertThat(office.questions()).hasSize(1);
    assertThat(office.questions().get(0).tag().epc()).isEqualTo(KnownTags.ANNA);
    assertThat(office.questions().get(0).station()).isEqualTo("0017");
    assertThat(office.withins()).containsExactly(WITHIN);
    assertThat(ViewBody.of(bench.works().view(), Travel.FORWARD).get("office").toString())
        .contains("answers");
  }

  @Test
  void itsNoHoldsTheVehicle() throws Exception {
    office.atOnce = Optional.of(new TagAnswer(false, "no-money", Optional.empty()));
    LaneBench bench = begun(true);
    bench.arrives(KnownTags.ANNA);
    assertThat(bench.raise.isOn()).isFalse();
    assertThat(bench.works().view().notice()).isEqualTo("no-money");
  }

  @Test
  void anAnswerThatComesWhenTheVehicleHasPassedChangesNothing() throws Exception {
    LaneBench bench = begun(true);
    bench.arrives(KnownTags.ANNA);
    assertThat(bench.raise.isOn()).as("by the lists, after its time").isTrue();
    office.answer(false, "no-money");
    bench.leaves().pass(1_000);
    assertThat(decision(bench).text("mode")).hasValue("degraded");
    assertThat(bench.only("toll-passage").text("payment")).hasValue("account");
  }

  @Test
  void nobodyWaitsForAnOfficeThatIsSilentAndItIsAskedAgainWhenItIsBack() throws Exception {
    office.reachable = false;
    LaneBench bench = begun(true);
    bench.arrives(KnownTags.ANNA).leaves().pass(1_000);
    assertThat(office.questions()).isEmpty();
    assertThat(decision(bench).text("mode")).hasValue("degraded");
    assertThat(ViewBody.of(bench.works().view(), Travel.FORWARD).get("office").toString())
        .contains("silent");
    office.reachable = true;
    office.atOnce = Optional.of(new TagAnswer(true, "", Optional.empty()));
    bench.pass(500);
    bench.arrives(KnownTags.BAO).leaves().pass(1_000);
    List<JournalRecord> passages = bench.records("toll-passage");
    assertThat(new Fields(passages.get(1).body()).member("decision").text("mode"))
        .hasValue("online");
  }

  @Test
  void aVehicleThatWaitsForItsAnswerWaitsNoMoreWhenTheOfficeFallsSilent() throws Exception {
    LaneBench bench = begun(true);
    bench.hears(KnownTags.ANNA, LaneBench.APPROACH, -80, 50);
    bench.arming.is(true);
    bench.hears(KnownTags.ANNA, LaneBench.LANE, -54, 250);
    assertThat(office.questions()).hasSize(1);
    assertThat(bench.raise.isOn()).as("it waits").isFalse();
    office.reachable = false;
    bench.pass(110);
    assertThat(bench.raise.isOn()).isTrue();
  }

  @Test
  void aPolicyThatAsksNobodyIsOnlineWhileTheOfficeIsThere() throws Exception {
    LaneBench bench = begun(false);
    bench.arrives(KnownTags.ANNA).leaves().pass(1_000);
    assertThat(office.questions()).isEmpty();
    assertThat(bench.records("toll-passage")).hasSize(1);
  }

  @Test
  void whatTheOfficeSettledIsNotOwedAnyMoreAlsoAfterARestart() throws Exception {
    office.reachable = false;
    LaneBench bench = begun(true);
    bench.arrives(KnownTags.ANNA).leaves().pass(1_000);
    long number = bench.records("toll-passage").get(0).id().sequence();
    SiteJudge judge = bench.works().run().judge();
    assertThat(judge.owes()).isEqualTo(38_000);
    office.through = OptionalLong.of(number - 1);
    bench.pass(300);
    assertThat(judge.owes()).isEqualTo(38_000);
    bench.kill();
    bench.start().pass(2_000);
    judge = bench.works().run().judge();
    assertThat(judge.owes()).as("read from the journal").isEqualTo(38_000);
    office.through = OptionalLong.of(number);
    bench.pass(300);
    assertThat(judge.owes()).isZero();
  }
}
