// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.record.RecordId;
import io.wayside.rig.scenarios.demo.Account.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountTest {

  private static Entry entry(long sequence, String hash) {
    return new Entry(new RecordId("gw", "s", sequence), hash);
  }

  private final List<Entry> journal = List.of(entry(1, "a"), entry(2, "b"), entry(3, "c"));

  @Test
  void holdsWhenTheCentreHasEveryRecordOnce() {
    Account account = Account.of(journal, List.of(entry(3, "c"), entry(1, "a"), entry(2, "b")));
    assertThat(account.holds()).isTrue();
    assertThat(account).hasToString("accepted 3, delivered 3, missing 0, doubled 0");
  }

  @Test
  void aRecordThatTheCentreLacksIsMissing() {
    Account account = Account.of(journal, List.of(entry(1, "a"), entry(3, "c")));
    assertThat(account.holds()).isFalse();
    assertThat(account).hasToString("accepted 3, delivered 2, missing 1, doubled 0");
  }

  @Test
  void aRecordKeptTwiceIsDoubled() {
    Account account =
        Account.of(journal, List.of(entry(1, "a"), entry(2, "b"), entry(2, "b"), entry(3, "c")));
    assertThat(account.holds()).isFalse();
    assertThat(account).hasToString("accepted 3, delivered 3, missing 0, doubled 1");
  }

  @Test
  void aRecordWithOtherContentIsMissingAndItsImpostorIsCounted() {
    Account account = Account.of(journal, List.of(entry(1, "a"), entry(2, "x"), entry(3, "c")));
    assertThat(account.holds()).isFalse();
    assertThat(account).hasToString("accepted 3, delivered 2, missing 1, doubled 1");
  }

  @Test
  void aRunThatRecordedNothingProvesNothing() {
    assertThat(Account.of(List.of(), List.of()).holds()).isFalse();
  }
}
