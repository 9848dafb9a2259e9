// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Value;
import io.wayside.tolling.passage.Fields;
import io.wayside.tolling.passage.Judge;
import io.wayside.tolling.plaza.Plaza;
import io.wayside.tolling.plaza.PlazaMessage;
import io.wayside.tolling.plaza.PlazaMessage.Kind;
import io.wayside.tolling.plaza.PlazaRules;
import io.wayside.tolling.tag.TagNumber;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlazaTalkTest {

  @TempDir Path folder;
  private final List<PlazaMessage> said = new ArrayList<>();
  private long sequence;

  private LaneBench bench() throws Exception {
    LaneBench bench = new LaneBench(folder);
    bench.plaza =
        Optional.of(
            new PlazaTalk(
                new Plaza(PlazaRules.usual(), "0017", "lane-1", 1, List.of("lane-2")), said::add));
    return bench.start().pass(2_000);
  }

  private boolean hasSaid(Kind kind) {
    return said.stream().anyMatch(message -> message.kind() == kind);
  }

  /** The other lane is there. */
  private void alive(LaneBench bench) {
    bench
        .works()
        .run()
        .plazaHeard(
            new PlazaMessage(
                "0017", "lane-2", 1, ++sequence, Kind.ALIVE, Optional.empty(), 0, false, 0));
    bench.pass(200);
  }

  @Test
  void aLaneThatHearsNoOtherSaysSoAndMarksWhatItDecidesAlone() throws Exception {
    LaneBench bench = bench();
    assertThat(bench.healthCode()).isEqualTo("lanes-silent");
    bench.arrives(KnownTags.ANNA).leaves().pass(500);
    assertThat(bench.only("toll-passage").each("flags").toString()).contains("unarbitrated");
    assertThat(bench.only("toll-passage").member("decision").text("mode")).hasValue("island");
  }

  @Test
  void aTagThatPassedInTwoLanesIsPutOnRecordWhenBothKnow() throws Exception {
    LaneBench bench = bench();
    bench.arrives(KnownTags.ANNA).leaves().pass(1_000);
    assertThat(bench.records("toll-conflict")).isEmpty();
    bench
        .works()
        .run()
        .plazaHeard(
            new PlazaMessage(
                "0017",
                "lane-2",
                1,
                ++sequence,
                Kind.SETTLED,
                Optional.of(new TagNumber(KnownTags.ANNA, 96)),
                0,
                false,
                700));
    bench.pass(500);
    Fields conflict = bench.only("toll-conflict");
    assertThat(Judge.faults("toll-conflict/1", (Value.Fields) conflict.value())).isEmpty();
    assertThat(conflict.text("epc")).hasValue(KnownTags.ANNA);
    assertThat(conflict.text("otherLane")).hasValue("lane-2");
    assertThat(conflict.whole("passage"))
        .hasValue(bench.records("toll-passage").get(0).id().sequence());
    assertThat(conflict.number("thereS").orElseThrow()).isNegative();
    bench.pass(5_000);
    assertThat(bench.records("toll-conflict")).as("told once").hasSize(1);
  }

  @Test
  void theOthersAreToldThatATagHasPassedOnlyWhenThatIsDurable() throws Exception {
    LaneBench bench = bench();
    alive(bench);
    assertThat(bench.healthCode()).isEqualTo("ok");
    bench.journal.slow();
    bench.arrives(KnownTags.ANNA);
    assertThat(hasSaid(Kind.HEARD)).isTrue();
    assertThat(hasSaid(Kind.CLAIMED)).isTrue();
    bench.leaves().pass(1_000);
    assertThat(hasSaid(Kind.SETTLED)).isFalse();
    bench.journal.sync(); // the grant
    bench.journal.sync(); // the passage
    bench.pass(100);
    assertThat(hasSaid(Kind.SETTLED)).isTrue();
  }
}
