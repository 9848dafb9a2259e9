// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FactsTest {

  private static final Facts.Key FIRST = new Facts.Key("counts", 1);
  private static final Facts.Key SECOND = new Facts.Key("counts", 2);

  private static Facts said(String... parts) {
    Facts facts = new Facts();
    for (String part : parts) {
      facts.add(part.getBytes(StandardCharsets.US_ASCII));
    }
    return facts;
  }

  @Test
  void aLineThatComesInPiecesIsOneFact() {
    Facts facts = said("d 41\nk cou", "nts 1 4", "1\n");
    assertThat(facts.kept()).containsOnly(java.util.Map.entry(FIRST, 41L));
    assertThat(facts.wasDrafted(41)).isTrue();
    assertThat(facts.highest()).isEqualTo(41);
  }

  @Test
  void aLineThatWasCutOffIsNotSaid() {
    assertThat(said("k counts 1 4").kept()).isEmpty();
  }

  @Test
  void aRecordMayBeGoneOnlyWhenEveryDestinationAcknowledgedIt() {
    String open = "n centre\nn archive\nk counts 1 1\na centre counts 1\n";
    assertThat(said(open).mayBeGone(FIRST)).isFalse();
    assertThat(said(open + "a archive counts 1\n").mayBeGone(FIRST)).isTrue();
  }

  @Test
  void aDestinationWaitsForNothingFromBeforeItsTime() {
    Facts facts = said("n centre\nk counts 1 1\nn archive\nk counts 2 2\nn archive\n");
    assertThat(facts.settled("archive", FIRST)).isTrue();
    assertThat(facts.settled("archive", SECOND)).isFalse();
    assertThat(facts.settled("centre", FIRST)).isFalse();
  }

  @Test
  void intentionsOfLaterCountAndDeedsDoNot() {
    Facts facts = said("n centre\nn archive\nk counts 1 1\n");
    facts.intended("d 2\nk counts 2 2\na centre counts 1\n".getBytes(StandardCharsets.US_ASCII));
    assertThat(facts.kept()).containsOnlyKeys(FIRST);
    assertThat(facts.settled("centre", FIRST)).isTrue();
    assertThat(facts.wasDrafted(2)).isTrue();
  }
}
