// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.display;

import io.wayside.core.data.Wording.Language;
import io.wayside.tolling.fare.Fare;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A lane's notices on a display, in its languages. For one thread, which tells it again well within
 * the lease: a thread that hangs lets the display go dark.
 */
public final class DriverBoard {

  private final DriverDisplay display;
  private final DisplayWords words;
  private final List<Language> languages;
  private final int minorUnits;
  private List<String> texts = List.of();

  /**
   * @param languages shown one after the other
   * @param minorUnits decimals of the currency's smallest unit
   */
  public DriverBoard(
      DriverDisplay display, DisplayWords words, List<Language> languages, int minorUnits) {
    this.display = display;
    this.words = words;
    this.languages = List.copyOf(languages);
    this.minorUnits = minorUnits;
  }

  /**
   * Says a notice.
   *
   * @param fare what the passage is expected to cost
   */
  public void show(String code, Optional<Fare> fare, Duration lease) {
    Optional<String> amount = fare.map(this::amount);
    texts = languages.stream().map(each -> words.say(code, amount, each)).distinct().toList();
    renew(lease);
  }

  /** Such as {@code 15000 VND}: no separators that a country may read otherwise. */
  private String amount(Fare fare) {
    return BigDecimal.valueOf(fare.minor(), minorUnits).toPlainString() + " " + fare.currency();
  }

  public void renew(Duration lease) {
    display.show(texts, lease);
  }

  public void letGo() {
    texts = List.of();
    display.show(texts, Duration.ZERO);
  }
}
