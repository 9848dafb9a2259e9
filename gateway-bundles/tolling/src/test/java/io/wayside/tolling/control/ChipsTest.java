// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.lane.LaneFlags;
import io.wayside.tolling.passage.Fields;
import io.wayside.tolling.passage.Judge;
import io.wayside.tolling.tag.IssuerProfiles;
import io.wayside.tolling.tag.TagNumber;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * By the example's issuers: numbers from 00b on are checked, from 00a0 on they have user fields.
 */
class ChipsTest {

  private static final TagNumber CHECKED = new TagNumber("00b011111111111111111101", 96);
  private static final TagNumber UNCHECKED = new TagNumber(KnownTags.ANNA, 96);
  private static final String CHIP = "e28011606000020554a1b2c3";
  private static final String OTHER = "e28011606000020554a1b2c4";

  @TempDir Path folder;

  private static Chips chips() throws Exception {
    return new Chips(IssuerProfiles.from(LaneBench.document("issuers-example")));
  }

  @Test
  void oneNumberWithTwoChipsIsACopyAndItsOriginal() throws Exception {
    Chips chips = chips();
    assertThat(chips.check(CHECKED, Optional.of(CHIP), false)).isEmpty();
    assertThat(chips.check(CHECKED, Optional.of(CHIP), false)).isEmpty();
    assertThat(chips.check(CHECKED, Optional.of(CHIP.substring(0, 16)), false))
        .as("fewer words read")
        .isEmpty();
    assertThat(chips.check(CHECKED, Optional.of(OTHER), false))
        .containsExactly(LaneFlags.TID_CHANGED);
    assertThat(chips.check(CHECKED, Optional.of(CHIP), true))
        .containsExactly(LaneFlags.TID_CHANGED);
  }

  @Test
  void aChipThatWasNotReadOrIsNoneIsSaid() throws Exception {
    Chips chips = chips();
    assertThat(chips.check(CHECKED, Optional.empty(), false)).containsExactly(LaneFlags.TID_UNREAD);
    assertThat(chips.check(CHECKED, Optional.of("00801160"), false))
        .containsExactly(LaneFlags.TID_INVALID);
    assertThat(chips.check(UNCHECKED, Optional.empty(), false)).isEmpty();
    assertThat(chips.check(UNCHECKED, Optional.of("00"), true)).isEmpty();
  }

  @Test
  void aCopyIsForReviewWhereItsOriginalWasChargedAlsoAfterARestart() throws Exception {
    LaneBench bench = new LaneBench(folder);
    bench.tags.profiles = Optional.of(IssuerProfiles.from(LaneBench.document("issuers-example")));
    bench.tags.knows(CHECKED.epc());
    bench.start().pass(2_000);
    passes(bench, CHIP);
    passes(bench, CHIP);
    passes(bench, OTHER);
    bench.kill();
    bench.start().pass(1_000);
    passes(bench, OTHER);
    assertThat(payments(bench)).containsExactly("account", "account", "review", "review");
    List<JournalRecord> all = bench.records("toll-passage");
    assertThat(new Fields(all.get(2).body()).texts("flags")).contains("tid-changed");
    assertThat(Judge.faults("toll-passage/1", all.get(2).body())).isEmpty();
  }

  @Test
  void whatTheUserBankSaysStandsWithTheTagButForThePlate() throws Exception {
    LaneBench bench = new LaneBench(folder);
    bench.tags.profiles = Optional.of(IssuerProfiles.from(LaneBench.document("issuers-example")));
    bench.start().pass(2_000);
    // layout 1, group 2, a byte unused, plate 29A12345 and two zeros, check
    bench.reader.user = Optional.of("1200" + "32394131323334350000" + "0badcafe");
    bench.arrives(KnownTags.ANNA).leaves().pass(1_000);
    Fields user = bench.only("toll-passage").each("tags").get(0).member("user");
    assertThat(user.whole("layout")).hasValue(1L);
    assertThat(user.whole("group")).hasValue(2L);
    assertThat(user.text("check")).hasValue("0badcafe");
    assertThat(user.member("plate").isThere()).isFalse();
    assertThat(Judge.faults("toll-passage/1", bench.records("toll-passage").get(0).body()))
        .isEmpty();
  }

  private static void passes(LaneBench bench, String chip) {
    bench.pass(200_000); // past the time of duplicates
    bench.tags.asOf = bench.time.now().wall();
    bench.reader.tid = Optional.of(chip);
    bench.arrives(CHECKED.epc()).leaves().pass(1_000);
  }

  private static List<String> payments(LaneBench bench) {
    return bench.records("toll-passage").stream()
        .map(record -> new Fields(record.body()).text("payment").orElse(""))
        .toList();
  }
}
